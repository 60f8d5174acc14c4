import { GLYPHS, reasonColour } from '../controls/icon.tsx';
import { type ArcPath, type Disc, readArcPoint } from './arc-path.ts';
import { type Camera, toScreen } from './camera.ts';
import type { Flow } from './flows.ts';
import { type Box, type LabelPlace, type LabelWish, placeBadge, placeLabels, shiftBox } from './label-placement.ts';
import type { Point } from './layout.ts';

/** An island with its name, for the overlay. Discs are in world pixels. */
export interface NamedIsland {
  readonly broker: number;
  readonly disc: Disc;
  readonly name: string;
  readonly share: string;
  /** Order of choice: the largest first. */
  readonly weight: number;
  readonly chosen: boolean;
  /** Named with the others of the archipelago unless one looks closely. */
  readonly tail: boolean;
}

/** A free text: the name of the shore or of the archipelago. */
export interface PlaceName {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly figure: string;
  readonly anchor: 'start' | 'middle';
}

export interface Badge {
  readonly flow: Flow;
  readonly path: ArcPath;
  readonly figure: string;
}

export interface OverlayScene {
  readonly islands: readonly NamedIsland[];
  readonly places: readonly PlaceName[];
  readonly badges: readonly Badge[];
  /** While months pass, arcs change too often for names to make way for them. */
  readonly playing: boolean;
}

export interface Overlay {
  readonly element: SVGSVGElement;
  draw(scene: OverlayScene, camera: Camera, width: number, height: number): void;
  /** Forgets measured texts: another language, another font. */
  forget(): void;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Below this share an island goes unnamed where the picture is narrow (DESIGN.md Labels). */
const NARROW_FLOOR = 0.02;
const NARROW_WIDTH = 680;
/** Islands with at least this share are always named; where the picture is narrow only the largest are. */
const ALWAYS_NAMED = { wide: 0.06, narrow: 0.15 } as const;
/** Where the zoom buttons stand on a narrow picture (world.css): no name goes there. */
const ZOOM_CORNER = { width: 84, height: 42 } as const;
/** From this zoom on, the islands of the archipelago have names of their own. */
const CLOSE_ZOOM = 1.7;
/** Places along an arc where its badge may sit, the best first. */
const BADGE_PLACES = [0.5, 0.4, 0.6, 0.32, 0.68, 0.25];
/** Extent of a badge without its figure. */
const RING: Box = { left: -11, top: -11, right: 11, bottom: 11 };
/** Pixels between the points of an arc that names keep clear of. */
const ARC_STEP = 6;
/** Pixels from the arc to a badge beside it. */
const BESIDE = 17;

function createElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  className?: string,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  if (className) element.setAttribute('class', className);
  return element;
}

/** Elements by key, made when first needed and removed when no longer drawn. */
function createPool<T extends SVGElement>(parent: SVGElement, create: () => T) {
  const elements = new Map<string, T>();
  return {
    draw(keys: ReadonlySet<string>, update: (key: string, element: T) => void): void {
      for (const [key, element] of elements) {
        if (keys.has(key)) continue;
        element.remove();
        elements.delete(key);
      }
      for (const key of keys) {
        let element = elements.get(key);
        if (!element) {
          element = create();
          elements.set(key, element);
          parent.append(element);
        }
        update(key, element);
      }
    },
  };
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A name and a figure that follows it, as two texts. */
function createLabel(): SVGGElement {
  const group = createElement('g', 'world-label');
  group.append(createElement('text', 'world-name'), createElement('text', 'world-figure'));
  return group;
}

function createBadge(): SVGGElement {
  const group = createElement('g', 'world-badge');
  const ring = createElement('circle');
  ring.setAttribute('r', '9');
  const glyph = createElement('path');
  glyph.setAttribute('transform', 'translate(-5.6 -5.6) scale(.7)');
  group.append(ring, glyph, createElement('text', 'world-count'));
  return group;
}

export function createOverlay(): Overlay {
  const element = createElement('svg', 'world-overlay');
  element.setAttribute('aria-hidden', 'true');
  const layers = [createElement('g'), createElement('g')];
  element.append(...layers);
  const badges = createPool(layers[0], createBadge);
  const labels = createPool(layers[1], createLabel);
  const ruler = document.createElement('canvas').getContext('2d')!;
  const widths = new Map<string, number>();
  let fonts: ReturnType<typeof readFonts> | null = null;
  let previous = new Map<string, LabelPlace>();

  function measure(kind: 'name' | 'figure' | 'count', text: string): number {
    fonts ??= readFonts(element);
    const key = kind + text;
    let width = widths.get(key);
    if (width === undefined) {
      ruler.font = fonts[kind];
      width = ruler.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  }

  /** Figures are as wide as their zeros, so that labels do not tremble as shares change. */
  function measureFigure(text: string): number {
    return measure('figure', text.replace(/\d/g, '0'));
  }

  function drawLabels(scene: OverlayScene, camera: Camera, width: number, height: number): Box[] {
    const stage: Box = { left: 0, top: 0, right: width, bottom: height };
    const close = camera.zoom >= CLOSE_ZOOM;
    const alwaysNamed = ALWAYS_NAMED[width < NARROW_WIDTH ? 'narrow' : 'wide'];
    const named = scene.islands
      .filter(({ disc, tail, chosen, weight }) => {
        if (disc.radius < 1) return false;
        if (chosen) return true;
        return tail ? close : width >= NARROW_WIDTH || weight >= NARROW_FLOOR || close;
      })
      .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.weight - a.weight);
    const discs = new Map(
      scene.islands.map(({ broker, disc }) => [
        broker,
        { ...toScreen(camera, disc), radius: disc.radius * camera.zoom * 1.04 },
      ]),
    );
    const visible = named.filter(({ broker }) => isOnStage(discs.get(broker)!, stage));
    const wishes = visible.map(({ broker, name, share, weight, chosen }): LabelWish => {
      const nameWidth = measure('name', name);
      const figureWidth = measureFigure(share);
      return {
        key: String(broker),
        disc: discs.get(broker)!,
        width: nameWidth + 6 + figureWidth,
        stackedWidth: Math.max(nameWidth, figureWidth),
        required: chosen || weight >= alwaysNamed,
      };
    });
    const free = scene.places.filter(({ key }) => !(close && key === 'others'));
    const reserved = free.map((place) =>
      boxOfPlace(place, camera, measure('figure', place.text) + 6 + measureFigure(place.figure)),
    );
    if (width < NARROW_WIDTH) reserved.push({ ...stage, left: width - ZOOM_CORNER.width, bottom: ZOOM_CORNER.height });
    const arcPoints = scene.playing ? [] : scene.badges.flatMap(({ path }) => listArcPoints(path, camera));
    previous = placeLabels(wishes, { islands: [...discs.values()], stage, reserved, arcPoints }, previous);
    const byKey = new Map(visible.map((island) => [String(island.broker), island]));
    const keys = new Set([...previous.keys(), ...free.map(({ key }) => key)]);
    labels.draw(keys, (key, group) => {
      const [name, figure] = group.children;
      const island = byKey.get(key);
      if (island) {
        group.setAttribute('class', island.chosen ? 'world-label is-chosen' : 'world-label');
        setText(name, island.name);
        setText(figure, island.share);
        positionLabel(group, previous.get(key)!, measure('name', island.name), measureFigure(island.share));
        return;
      }
      const at = free.findIndex((place) => place.key === key);
      const box = reserved[at];
      group.setAttribute('class', 'world-label is-place');
      setText(name, free[at].text);
      setText(figure, free[at].figure);
      positionLabel(
        group,
        { side: 'above', slide: 0, box },
        measure('figure', free[at].text),
        measureFigure(free[at].figure),
      );
    });
    return [...reserved, ...[...previous.values()].map(({ box }) => box)];
  }

  function drawBadges(scene: OverlayScene, camera: Camera, taken: Box[]): void {
    const byKey = new Map(scene.badges.map((badge) => [`${badge.flow.from}>${badge.flow.to}`, badge]));
    badges.draw(new Set(byKey.keys()), (key, group) => {
      const { flow, path, figure } = byKey.get(key)!;
      const points = listBadgePlaces(path, camera);
      const flat = Math.abs(path.end.x - path.start.x) > 1.4 * Math.abs(path.end.y - path.start.y);
      const extent = measureBadge(measure('count', figure), flat);
      const full = placeBadge(points, extent, taken);
      const place = full < 0 ? placeBadge(points, RING, taken) : full;
      group.setAttribute('visibility', place < 0 ? 'hidden' : 'visible');
      if (place < 0) return;
      const { x, y } = points[place];
      taken.push(shiftBox(full < 0 ? RING : extent, { x, y }));
      group.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      group.style.color = reasonColour(flow.reason);
      const [, glyph, count] = group.children;
      if (glyph.getAttribute('d') !== GLYPHS[flow.reason]) glyph.setAttribute('d', GLYPHS[flow.reason]);
      count.setAttribute('x', flat ? '0' : '13');
      count.setAttribute('y', flat ? '-13' : '4');
      count.setAttribute('text-anchor', flat ? 'middle' : 'start');
      setText(count, full < 0 ? '' : figure);
    });
  }

  return {
    element,
    draw(scene, camera, width, height) {
      const taken = drawLabels(scene, camera, width, height);
      drawBadges(scene, camera, taken);
    },
    forget() {
      widths.clear();
      fonts = null;
    },
  };
}

function readFonts(element: Element): Readonly<Record<'name' | 'figure' | 'count', string>> {
  const style = getComputedStyle(element);
  const family = style.fontFamily;
  const read = (property: string, fallback: string) => style.getPropertyValue(property).trim() || fallback;
  return {
    name: `600 ${read('--world-name-size', '12px')} ${family}`,
    figure: `400 ${read('--world-figure-size', '11px')} ${family}`,
    count: `600 ${read('--world-figure-size', '11px')} ${family}`,
  };
}

/** A ring with its figure: above it on a flat arc, else at its right hand. */
function measureBadge(figureWidth: number, flat: boolean): Box {
  if (!flat) return { ...RING, right: 15 + figureWidth };
  return {
    left: Math.min(RING.left, -figureWidth / 2 - 2),
    top: -25,
    right: Math.max(RING.right, figureWidth / 2 + 2),
    bottom: 11,
  };
}

function listArcPoints(path: ArcPath, camera: Camera): Point[] {
  const steps = Math.ceil(Math.hypot(path.end.x - path.start.x, path.end.y - path.start.y) / ARC_STEP);
  return Array.from({ length: steps + 1 }, (_, step) =>
    toScreen(camera, readArcPoint(path, step / Math.max(1, steps))),
  );
}

/** Along the arc first; where it is too short or crowded, beside its middle. */
function listBadgePlaces(path: ArcPath, camera: Camera): Point[] {
  const along = BADGE_PLACES.map((t) => toScreen(camera, readArcPoint(path, t)));
  const { start, end } = path;
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const beside = [1, -1, 1.5, -1.5].map((side) => ({
    x: along[0].x - (side * BESIDE * (end.y - start.y)) / length,
    y: along[0].y + (side * BESIDE * (end.x - start.x)) / length,
  }));
  return [...along, ...beside];
}

function isOnStage({ x, y, radius }: Disc, stage: Box): boolean {
  return x + radius > stage.left && x - radius < stage.right && y + radius > stage.top && y - radius < stage.bottom;
}

function boxOfPlace({ x, y, anchor }: PlaceName, camera: Camera, width: number): Box {
  const at = toScreen(camera, { x, y });
  const left = anchor === 'start' ? at.x : at.x - width / 2;
  return { left, top: at.y - 8, right: left + width, bottom: at.y + 8 };
}

/** Above and below, name and figure share a line; at a side they stand one over the other. */
function positionLabel(group: SVGGElement, { side, box }: LabelPlace, nameWidth: number, figureWidth: number): void {
  const [name, figure] = group.children;
  const put = (element: Element, x: number, y: number) => {
    element.setAttribute('x', x.toFixed(1));
    element.setAttribute('y', y.toFixed(1));
  };
  if (side === 'right' || side === 'left') {
    put(name, side === 'right' ? box.left : box.right - nameWidth, box.top + 11);
    put(figure, side === 'right' ? box.left : box.right - figureWidth, box.top + 24);
  } else {
    put(name, box.left, box.bottom - 3.5);
    put(figure, box.left + nameWidth + 6, box.bottom - 3.5);
  }
}
