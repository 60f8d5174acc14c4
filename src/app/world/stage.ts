import './world.css';
import { type Renderer, RendererType } from 'pixi.js';
import type { Language } from '../../core/text.ts';
import { type ExploreView, MOST_DOTS, readShownRun } from '../run-data.ts';
import type { Disc } from './arc-path.ts';
import {
  type Camera,
  LARGEST_ZOOM,
  limitCamera,
  panBy,
  reveal,
  toScreen,
  toWorld,
  WHOLE_VIEW,
  zoomAt,
} from './camera.ts';
import { createCard } from './card.ts';
import { createFrameLoop } from './frame-loop.ts';
import { listenToGestures } from './gestures.ts';
import { createIslandButtons, type IslandButtons } from './island-buttons.ts';
import type { Point } from './layout.ts';
import { type Names, readNames } from './names.ts';
import { createOverlay } from './overlay.ts';
import { readPalette } from './palette.ts';
import { createPicture, type Picture } from './picture.ts';
import { createRenderer, readResolution } from './renderer.ts';
import { createScene, type Scene } from './scene.ts';
import type { Follower } from './trail.ts';
import { WORDS } from './words.ts';
import { createZoomControls } from './zoom-controls.ts';

/** The market as a sand table. */
export interface Stage {
  /** Shows a view. Cheap when nothing of it concerns the market. */
  show(view: ExploreView): void;
  /** Whom to follow; `null` for nobody. */
  follow(follower: Follower | null): void;
  /** Fits the picture to its host; happens by itself when the host changes size. */
  resize(): void;
  destroy(): void;
}

interface StageCallbacks {
  /** Somebody chose the island of a broker. */
  onPickBroker(index: number): void;
  /** Somebody chose one investor, by place in the run. */
  onPickInvestor(slot: number): void;
  /** Investors that a full cell of the density stands for have changed; `null` where everybody is a dot. */
  onCells(people: number | null): void;
  /** Nothing can be drawn (any more); `reason` is a sentence for people. */
  onFail(reason: string): void;
}

/** Dots that a plain canvas can move without stuttering; with a graphics card there is no limit. */
const CANVAS_PEOPLE = 3000;
/** A graphics card that has not come back by then will not. */
const RECOVERY_MS = 1500;
const RECOVERIES = 3;
/** Radius in pixels within which a tiny island can still be pointed at. */
const SMALLEST_TARGET = 12;
/** How far from a dot a press still means it. */
const DOT_REACH = { mouse: 6, touch: 14 } as const;

function readPageLanguage(): Language {
  return document.documentElement.lang.startsWith('zh') ? 'zh-CN' : 'en';
}

/**
 * Starts an empty stage that fills `host`. Rejects never: what goes wrong is told through `onFail`, and the stage then
 * ignores every call.
 */
export async function createStage(host: HTMLElement, callbacks: StageCallbacks): Promise<Stage> {
  const element = document.createElement('div');
  element.className = 'world';
  host.append(element);
  let renderer: Renderer | null = null;
  let picture: Picture | null = null;
  let namesDue: Names | null = null;
  let destroyed = false;
  let scene: Scene | null = null;
  let sceneKey = '';
  let view: ExploreView | null = null;
  let awaited: ExploreView | null = null;
  let camera: Camera = WHOLE_VIEW;
  let width = 0;
  let height = 0;
  let arrangement = 0;
  let focus: number | null = null;
  let buttons: IslandButtons | null = null;
  let recoveries = 0;
  let described = '';
  let follower: Follower | null = null;
  let cellPeople: number | null = null;

  const overlay = createOverlay();
  const card = createCard();
  const loop = createFrameLoop({
    isDrawing: () => picture?.isDrawing() ?? false,
    draw: drawPicture,
    present: presentPicture,
  });
  const middle = () => ({ x: width / 2, y: height / 2 });
  const zoom = createZoomControls(element, {
    zoomBy: (factor) => moveCamera(zoomAt(camera, factor, findZoomCentre(), width, height)),
    panBy: (dx, dy) => moveCamera(panBy(camera, dx, dy, width, height)),
    showAll: () => moveCamera(WHOLE_VIEW),
  });
  element.append(overlay.element, card.element, zoom.element);

  /** Buttons and keys zoom to the island in focus, where there is one. */
  function findZoomCentre(): Point {
    const island = focus === null ? undefined : scene?.readIslands()[focus];
    return island ? toScreen(camera, island) : middle();
  }

  async function provideRenderer(): Promise<void> {
    try {
      renderer = await createRenderer(Math.max(1, width), Math.max(1, height));
    } catch {
      fail(WORDS.noDrawing[readPageLanguage()]);
      return;
    }
    if (destroyed) {
      renderer.destroy(true);
      return;
    }
    // The host may have changed size while the renderer was being made.
    if (width > 0) renderer.resize(width, height, renderer.resolution);
    const { canvas } = renderer;
    picture = createPicture(renderer);
    canvas.addEventListener('webglcontextlost', () => recover(), { once: true });
    canvas.setAttribute('aria-label', described);
    element.prepend(canvas);
    paintSea();
    requestFrame();
  }

  /** A lost graphics context gets a new canvas; whoever loses them again and again is told so. */
  function recover(): void {
    const lost = renderer;
    renderer = null;
    picture = null;
    if (!lost || destroyed) return;
    if (++recoveries > RECOVERIES) {
      fail(WORDS.lostDrawing[readPageLanguage()]);
      return;
    }
    window.setTimeout(() => {
      lost.canvas.remove();
      if (!destroyed) void provideRenderer().then(redraw);
    }, RECOVERY_MS);
  }

  /** What was drawn with the lost context is of no use to the next. */
  function redraw(): void {
    sceneKey = '';
    if (view && renderer) provideScene(view)?.show(view, performance.now());
  }

  function fail(reason: string): void {
    if (destroyed) return;
    destroy();
    callbacks.onFail(reason);
  }

  function paintSea(): void {
    if (renderer) renderer.background.color = readPalette(element).sea;
  }

  function requestFrame(): void {
    if (!destroyed) loop.request();
  }

  function drawPicture(): void {
    if (!picture || !scene || !view) return;
    const { moving, relabel } = scene.advance(performance.now());
    picture.draw(scene.root);
    if (relabel) namesDue = readNames(scene, view);
    if (moving) requestFrame();
  }

  /** Names and figures change with the picture that they belong to. */
  function presentPicture(): void {
    picture?.present();
    if (namesDue) drawNames(namesDue);
    namesDue = null;
  }

  function drawNames({ overlay: names, month, labels, sentence, ways }: Names): void {
    overlay.draw(names, camera, width, height);
    const discs = scene?.readIslands().map(toScreenDisc);
    if (discs && view) buttons?.update(labels, discs, view.chosen);
    showCard();
    element.dataset.month = String(month);
    element.dataset.trail = String(ways);
    described = sentence;
    renderer?.canvas.setAttribute('aria-label', described);
  }

  function toScreenDisc(disc: Disc): Disc {
    return { ...toScreen(camera, disc), radius: disc.radius * camera.zoom };
  }

  function findIsland(at: Point): number | null {
    let found: number | null = null;
    let nearest = Number.POSITIVE_INFINITY;
    scene?.readIslands().forEach((island, broker) => {
      if (island.radius < 0.5) return;
      const { x, y, radius } = toScreenDisc(island);
      const distance = Math.hypot(at.x - x, at.y - y) / Math.max(radius * 1.05, SMALLEST_TARGET);
      if (distance <= 1 && distance < nearest) {
        nearest = distance;
        found = broker;
      }
    });
    return found;
  }

  function setFocus(broker: number | null): void {
    element.classList.toggle('is-over', broker !== null);
    if (broker === focus) return;
    focus = broker;
    scene?.setFocus(broker);
    showCard();
    requestFrame();
  }

  /** An island that the keyboard comes to is brought into view. */
  function focusIsland(broker: number | null): void {
    const island = broker === null ? undefined : scene?.readIslands()[broker];
    if (island && camera.zoom > 1) moveCamera(reveal(camera, island, width, height));
    setFocus(broker);
  }

  /** A press means the dot under it, else the island, else, from close by, the place to look at. */
  function press(at: Point, isTouch: boolean): void {
    const reach = (isTouch ? DOT_REACH.touch : DOT_REACH.mouse) / camera.zoom;
    const investor = scene?.findInvestor(toWorld(camera, at), reach) ?? null;
    const broker = findIsland(at);
    if (isTouch) setFocus(broker);
    if (investor !== null) callbacks.onPickInvestor(investor);
    else if (broker !== null) callbacks.onPickBroker(broker);
    else if (camera.zoom > 1) moveCamera(panBy(camera, middle().x - at.x, middle().y - at.y, width, height));
  }

  function showCard(): void {
    const month = scene?.readMonth();
    if (focus === null || !scene || !view || !month) {
      card.hide();
      return;
    }
    card.show(focus, readShownRun(view).inputs.brokers[focus], month, view.language);
    const discs = scene.readIslands().map(toScreenDisc);
    card.place(discs[focus], discs, width, height);
  }

  function moveCamera(next: Camera): void {
    camera = next;
    element.classList.toggle('is-zoomed', camera.zoom > 1);
    zoom.setZoom(camera.zoom, LARGEST_ZOOM);
    if (renderer) scene?.setCamera(camera, renderer.resolution);
    requestFrame();
  }

  function provideScene(next: ExploreView): Scene | null {
    const run = readShownRun(next);
    const first = run.months[0];
    if (!first) return null;
    const drawable = renderer?.type === RendererType.CANVAS ? CANVAS_PEOPLE : Number.POSITIVE_INFINITY;
    const people = Math.min(first.snapshot.count, drawable);
    const key = JSON.stringify([
      people,
      run.inputs.agents > MOST_DOTS,
      run.inputs.brokers.map(({ id, share }) => [id, share]),
    ]);
    if (scene && key === sceneKey) return scene;
    scene?.destroy();
    sceneKey = key;
    focus = null;
    namesDue = null;
    scene = createScene(next, people, readPalette(element));
    if (width > 0) scene.resize(width, height);
    scene.setCamera(camera, renderer?.resolution ?? 1);
    scene.setFollowed(follower);
    buttons?.element.remove();
    buttons = createIslandButtons(run.inputs.brokers.length, { focus: focusIsland, pick: callbacks.onPickBroker });
    element.append(buttons.element);
    return scene;
  }

  /** Shows `next` in a task of its own: the page has its own work for a month. Of several, the last counts. */
  function arrangeLater(next: ExploreView): void {
    awaited = next;
    arrangement ||= window.setTimeout(arrange);
  }

  function arrange(): void {
    clearTimeout(arrangement);
    arrangement = 0;
    const next = awaited;
    awaited = null;
    if (next === null || destroyed) return;
    const retold = view?.language !== next.language;
    view = next;
    const shown = provideScene(next);
    if (retold) {
      zoom.setLanguage(next.language);
      overlay.forget();
    }
    // While a lever's run comes in month by month, the month on show stays the same: the card has nothing to do.
    if (shown?.show(next, performance.now())) requestFrame();
    reportCells();
  }

  function readTokens(): void {
    paintSea();
    overlay.forget();
    scene?.setPalette(readPalette(element));
    requestFrame();
  }

  /** A cell has its size in pixels, so that it stands for more people on a small screen. */
  function reportCells(): void {
    const people = scene?.readCellPeople() ?? null;
    if (people !== cellPeople) callbacks.onCells(people);
    cellPeople = people;
  }

  function resize(): void {
    const box = element.getBoundingClientRect();
    const resolution = readResolution();
    if (box.width < 1 || box.height < 1 || destroyed) return;
    if (box.width === width && box.height === height && renderer?.resolution === resolution) return;
    width = box.width;
    height = box.height;
    renderer?.resize(width, height, resolution);
    picture?.resize(width, height, resolution);
    scene?.resize(width, height);
    reportCells();
    moveCamera(limitCamera(camera, width, height));
    loop.drawNow();
  }

  const stopGestures = listenToGestures(element, {
    readCamera: () => camera,
    readSize: () => ({ width, height }),
    moveCamera,
    hover: (at) => setFocus(at && findIsland(at)),
    press,
  });
  const sizes = new ResizeObserver(resize);
  sizes.observe(element);
  const themes = new MutationObserver(readTokens);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });

  function destroy(): void {
    if (destroyed) return;
    destroyed = true;
    loop.stop();
    clearTimeout(arrangement);
    stopGestures();
    sizes.disconnect();
    themes.disconnect();
    scene?.destroy();
    renderer?.destroy(true);
    element.remove();
  }

  const box = element.getBoundingClientRect();
  width = box.width;
  height = box.height;
  await provideRenderer();

  return {
    show: arrangeLater,
    follow(next) {
      if (destroyed || next === follower) return;
      arrange(); // whoever is followed is found in the months that were shown last
      follower = next;
      scene?.setFollowed(next);
      requestFrame();
    },
    resize,
    destroy,
  };
}
