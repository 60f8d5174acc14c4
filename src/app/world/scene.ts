import { Container } from 'pixi.js';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { MonthRecord } from '../../model/records.ts';
import { readBroker } from '../readings.ts';
import { type ExploreView, MOST_DOTS, readShownRun } from '../run-data.ts';
import { type ArcPath, type Disc, listPorts, planArc } from './arc-path.ts';
import { createArcLayer } from './arcs.ts';
import { type AshorePlaces, countAshore, createAshorePlaces, listAshore, selectPlaces } from './ashore.ts';
import type { Camera } from './camera.ts';
import type { CrowdLayer } from './crowd.ts';
import { createDensityLayer } from './density.ts';
import { createDepthLineLayer } from './depth-lines.ts';
import { computeDotDiameter } from './dot-size.ts';
import { createDotLayer } from './dots.ts';
import { createFlightLayer } from './flights.ts';
import {
  type Flow,
  NARROW_BUDGET,
  readMovesOnce,
  SHORE,
  selectArcMonths,
  selectFlows,
  sumFlows,
  WIDE_BUDGET,
} from './flows.ts';
import { createFollowMark } from './follow-mark.ts';
import { createIslandMotion } from './island-motion.ts';
import { createLandLayer } from './land.ts';
import { type Layout, type Point, placeIslands, yieldPlaces } from './layout.ts';
import type { Badge, OverlayScene } from './overlay.ts';
import { createPaint, type Paint } from './paint.ts';
import { findReasonColour, type Palette, packColour } from './palette.ts';
import { describeFollowed, describeOverlay, describeScene } from './scene-names.ts';
import { computeSeatSpiral, createSeating } from './seats.ts';
import { readColumn } from './snapshot-columns.ts';
import { computeFlightMs, FLIGHT_SPEED_LIMIT } from './timing.ts';
import { type Follower, listTrail } from './trail.ts';
import { formatCompact } from './words.ts';

/** One scenario on the sand table: everything that is drawn, and how it moves from month to month. */
export interface Scene {
  readonly root: Container;
  /** Shows a month of a view; nothing is drawn until `advance`. @returns whether the picture is another one */
  show(view: ExploreView, now: number): boolean;
  setPalette(palette: Palette): void;
  resize(width: number, height: number): void;
  /** @param resolution device pixels per pixel */
  setCamera(camera: Camera, resolution: number): void;
  /** The island under the pointer or the focus shows its own flows. */
  setFocus(broker: number | null): void;
  /** Puts a ring round one investor, with the last ways it went; `null` takes it off. */
  setFollowed(follower: Follower | null): void;
  /** Ways of whoever is followed that are on the map. */
  countWays(): number;
  /** Who stands within a distance of a point in world pixels. */
  findInvestor(at: Point, within: number): number | null;
  /** Investors of the snapshot that a full cell stands for; `null` where everybody is a dot. */
  readCellPeople(): number | null;
  /** Moves everything on; returns whether anything still moves, and whether names have to be drawn anew. */
  advance(now: number): { moving: boolean; relabel: boolean };
  readIslands(): readonly Disc[];
  readMonth(): LiveMonth | null;
  describeOverlay(): OverlayScene;
  describe(): string;
  destroy(): void;
}

/** Pixels an island may change before the ways round it are planned anew. */
const STALE_PATH = 3;
/** Milliseconds a frame may spend on depth lines. */
const SLICE_MS = 4;
const ARC_WIDTH = { least: 1, perRootShare: 62, most: 6.5 } as const;

/** @param people investors of a snapshot that are drawn */
export function createScene(first: ExploreView, people: number, palette0: Palette): Scene {
  const { inputs } = readShownRun(first);
  const brokers = inputs.brokers.length;
  const startShares = inputs.brokers.map(({ share }) => share);
  const root = new Container();
  const depthLines = createDepthLineLayer();
  const land = createLandLayer(brokers);
  const density = inputs.agents > MOST_DOTS ? createDensityLayer() : null;
  const dots: CrowdLayer = density ?? createDotLayer(people);
  const arcs = createArcLayer();
  const flights = createFlightLayer();
  const mark = createFollowMark();
  root.addChild(
    depthLines.container,
    land.container,
    dots.container,
    arcs.container,
    mark.container,
    flights.container,
  );
  const spiral = computeSeatSpiral(people);
  const seating = createSeating(brokers, people, spiral);
  const motion = createIslandMotion(brokers);

  let view = first;
  let palette = palette0;
  let layout: Layout | null = null;
  let month: LiveMonth | null = null;
  let ashore: AshorePlaces | null = null;
  let flows: Flow[] = [];
  let shownFlows: Flow[] = [];
  let paths = new Map<string, ArcPath>();
  let planned: Disc[] = [];
  let focus: number | null = null;
  let follower: Follower | null = null;
  let diameter = 3;
  let camera: Camera = { zoom: 1, x: 0, y: 0 };
  let resolution = 1;
  let arcsDue = false;
  let relabel = true;

  const createMonthPaint = (shown: LiveMonth): Paint => createPaint(shown.snapshot, view.colourBy, palette);

  /** Of as many as the shore can show when the run begins, so that a month looks the same whenever it is come to. */
  function planShore(place: Layout): AshorePlaces {
    const begun = readColumn(readShownRun(view).months[0].snapshot, 'broker');
    const waiting = countAshore(begun, people);
    return createAshorePlaces(place, people, waiting / people, computeDotDiameter(place, people - waiting));
  }

  function arrangeMonth(shown: LiveMonth, place: Layout, now: number, animate: boolean): void {
    const radii = inputs.brokers.map((_, broker) => {
      const share = readBroker(shown, broker, 'share');
      return share > 0 ? place.radiusScale * Math.sqrt(share) : 0;
    });
    motion.steer(yieldPlaces(place.homes, radii, place), radii, now, animate);
    forgetStalePaths();
    seating.seat(shown.snapshot);
    diameter = computeDotDiameter(
      place,
      seating.islands.reduce((sum, island) => sum + island.length, 0),
    );
    ashore ??= planShore(place);
    const waiting = density ? [] : listAshore(ashore, readColumn(shown.snapshot, 'broker'));
    dots.arrange(
      {
        islands: motion.goal,
        seats: seating.islands,
        spiral,
        ashore: waiting,
        ashorePlaces: selectPlaces(ashore, waiting),
        diameter,
        paint: createMonthPaint(shown),
      },
      now,
      animate,
    );
    flights.setSize(Math.max(2.4, diameter * 1.25), camera.zoom * resolution);
    depthLines.request({
      width: place.width,
      height: place.height,
      islands: motion.goal.map((island) => ({ ...island })),
      shore: place.shore,
    });
  }

  function collectFlows(shownView: ExploreView): void {
    const { months } = readShownRun(shownView);
    const window = selectArcMonths(months, Math.floor(shownView.playhead));
    flows = sumFlows(window.map(({ record }) => readMovesOnce(record)));
  }

  /** Ways stay as they are until an island on the map has moved or grown so far that they would run over it. */
  function forgetStalePaths(): void {
    const isStale = motion.goal.some(({ x, y, radius }, broker) => {
      const old = planned[broker];
      return !old || Math.abs(old.x - x) + Math.abs(old.y - y) + Math.abs(old.radius - radius) > STALE_PATH;
    });
    if (!isStale) return;
    planned = motion.goal.map(({ x, y, radius }) => ({ x, y, radius }));
    paths = new Map();
  }

  function planPath(from: number, to: number): ArcPath {
    const key = `${from}>${to}`;
    let path = paths.get(key);
    if (!path) {
      const islands = motion.goal;
      const shore = layout!.shore;
      const starts = from === SHORE ? listPorts(shore, islands[to]) : [islands[from]];
      const ends = to === SHORE ? listPorts(shore, islands[from]) : [islands[to]];
      path = planArc(starts, ends, islands, layout!);
      paths.set(key, path);
    }
    return path;
  }

  function drawArcs(now: number): void {
    const online = seating.islands.reduce((sum, island) => sum + island.length, 0) * (inputs.agents / people);
    shownFlows = selectFlows(flows, focus, layout?.shore.side === 'top' ? NARROW_BUDGET : WIDE_BUDGET).filter(
      ({ from, to }) => isAfloat(from) && isAfloat(to),
    );
    const drawn = shownFlows.map(({ from, to, count, reason }) => ({
      path: planPath(from, to),
      width: Math.min(
        ARC_WIDTH.most,
        ARC_WIDTH.least + ARC_WIDTH.perRootShare * Math.sqrt(count / Math.max(1, online)),
      ),
      colour: palette.reasons[findReasonColour(reason)],
      hatched: reason === 'chance',
    }));
    arcs.show(drawn, palette.sea, now, !view.reducedMotion);
    relabel = true;
  }

  const isAfloat = (broker: number) => broker === SHORE || motion.goal[broker].radius > 0.5;

  /** Lets the movers of a month fly, spread over the time the month takes. Those who find no room just arrive. */
  function launchFlights(
    record: MonthRecord,
    before: ReadonlyMap<number, { x: number; y: number }>,
    now: number,
  ): void {
    const movers = readMovesOnce(record).filter(({ investor, from, to }) => {
      return investor < people && isAfloat(from) && isAfloat(to);
    });
    const stride = Math.max(1, Math.ceil(movers.length / Math.max(1, flights.countFree())));
    const durationMs = computeFlightMs(view.speed);
    const spreadMs = view.playing ? 850 / Math.max(0.5, view.speed) : 250;
    for (let k = 0; k < movers.length; k += stride) {
      const { investor, from, to, reason } = movers[k];
      const path = planPath(from, to);
      const startsAt = now + (k / movers.length) * spreadMs;
      flights.launch({
        path: {
          start: before.get(investor) ?? path.start,
          control: path.control,
          end: dots.readGoal(investor) ?? path.end,
        },
        startsAt,
        durationMs,
        colour: packColour(palette.reasons[findReasonColour(reason)]),
      });
      dots.hideUntil(investor, startsAt + durationMs);
    }
  }

  /** The one who is followed goes the way of its last move, and leaves the ways before on the map. */
  function followOn(record: MonthRecord | null, now: number): void {
    mark.stop();
    const run = readShownRun(view);
    const trail = follower && month ? listTrail(run.months, follower, month.record.month) : [];
    mark.setTrail(
      trail.filter(({ from, to }) => isAfloat(from) && isAfloat(to)).map(({ from, to }) => planPath(from, to)),
    );
    const last = trail.at(-1);
    if (!record || !last || !follower || !readMovesOnce(record).includes(last)) return;
    if (!isAfloat(last.from) || !isAfloat(last.to)) return;
    const path = planPath(last.from, last.to);
    const start = mark.readPlace() ?? path.start;
    const end = dots.readGoal(follower.slot) ?? path.end;
    mark.travel({ start, control: path.control, end }, now, computeFlightMs(view.speed));
  }

  /** Where the one who is followed stands, as far as the map shows it. */
  function readFollowedPlace(): Point | null {
    if (!follower || !month || follower.slot >= people) return null;
    const { firstMonth, lastMonth, slot } = follower;
    if (month.record.month < firstMonth || month.record.month > lastMonth) return null;
    return dots.readPlace(slot) ?? dots.readGoal(slot);
  }

  function readPlacesOfMovers(record: MonthRecord): Map<number, { x: number; y: number }> {
    const places = new Map<number, { x: number; y: number }>();
    for (const { investor } of readMovesOnce(record)) {
      const place = investor < people ? dots.readPlace(investor) : null;
      if (place) places.set(investor, place);
    }
    return places;
  }

  function step(next: ExploreView, shown: LiveMonth, now: number): void {
    const follows = month !== null && shown.record.month === month.record.month + 1;
    const flying = follows && !density && !next.reducedMotion && next.speed <= FLIGHT_SPEED_LIMIT;
    const before = flying ? readPlacesOfMovers(shown.record) : null;
    const animate = month !== null && !next.reducedMotion;
    month = shown;
    collectFlows(next);
    if (!layout) return;
    arrangeMonth(shown, layout, now, animate);
    if (before) launchFlights(shown.record, before, now);
    else flights.clear();
    followOn(follows && animate ? shown.record : null, now);
    arcsDue = true;
    relabel = true;
  }

  function applyPalette(): void {
    land.setPalette(palette);
    depthLines.setColour(palette.isobath);
    mark.setColour(palette.mine, palette.sea);
    if (month) dots.recolour(createMonthPaint(month));
    arcsDue = true;
  }
  applyPalette();

  return {
    root,
    show(next, now) {
      const previous = view;
      const run = readShownRun(next);
      const shown = run.months[Math.min(run.months.length - 1, Math.floor(next.playhead))];
      view = next;
      const isNewMonth = shown !== undefined && shown !== month;
      const isRecoloured = next.colourBy !== previous.colourBy;
      if (isNewMonth) step(next, shown, now);
      else if (month && isRecoloured) dots.recolour(createMonthPaint(month));
      const isRenamed = next.chosen !== previous.chosen || next.language !== previous.language;
      if (isRenamed || next.playing !== previous.playing) relabel = true;
      return isNewMonth || isRecoloured || relabel;
    },
    setPalette(next) {
      palette = next;
      flights.clear();
      applyPalette();
    },
    resize(width, height) {
      layout = placeIslands(startShares, width, height);
      land.setShore(layout);
      ashore = null;
      flights.clear();
      planned = [];
      arcsDue = true;
      relabel = true;
      if (month) arrangeMonth(month, layout, 0, false);
      if (month) followOn(null, 0);
    },
    setCamera(next, nextResolution) {
      const rescaled = next.zoom !== camera.zoom || nextResolution !== resolution;
      camera = next;
      resolution = nextResolution;
      root.position.set(next.x, next.y);
      root.scale.set(next.zoom);
      if (rescaled) {
        dots.setScale(next.zoom * resolution);
        flights.setSize(Math.max(2.4, diameter * 1.25), next.zoom * resolution);
        depthLines.setZoom(next.zoom);
      }
      relabel = true;
    },
    setFocus(broker) {
      if (broker === focus) return;
      focus = broker;
      arcsDue = true;
    },
    setFollowed(next) {
      follower = next;
      if (layout && month) followOn(null, 0);
      relabel = true;
    },
    countWays: () => mark.countWays(),
    findInvestor: (at, within) => dots.findInvestor(at, within),
    readCellPeople: () => density?.readCellPeople() ?? null,
    advance(now) {
      const islandsMoved = motion.advance(now);
      if (layout) land.draw(motion.current, view.chosen, camera.zoom);
      const dotsMoved = dots.advance(now);
      const flew = flights.advance(now);
      if (arcsDue && layout && month && !arcs.isFading(now)) {
        arcsDue = false;
        drawArcs(now);
      }
      const faded = arcs.advance(now);
      const dug = depthLines.work(SLICE_MS);
      const travels = mark.isTravelling(now);
      mark.draw(readFollowedPlace(), camera.zoom, now);
      const again = relabel || islandsMoved || (follower !== null && (travels || dotsMoved));
      relabel = travels;
      return { moving: islandsMoved || dotsMoved || flew || faded || dug || arcsDue || relabel, relabel: again };
    },
    readIslands: () => motion.current,
    readMonth: () => month,
    describeOverlay() {
      const scene = describeOverlay(view, month, layout, motion.current, planBadges());
      const place = mark.readPlace();
      if (!follower || !place) return scene;
      return {
        ...scene,
        places: [...scene.places, describeFollowed(follower.slot, place, camera.zoom, view.language)],
      };
    },
    describe: () => (month ? describeScene(view, month) : ''),
    destroy() {
      root.destroy({ children: true });
    },
  };

  function planBadges(): Badge[] {
    const peoplePerAgent = (inputs.values['population.adultsMillion'] * 1e6) / inputs.agents;
    return shownFlows.map((flow) => ({
      flow,
      path: planPath(flow.from, flow.to),
      figure: formatCompact(flow.count * peoplePerAgent, view.language),
    }));
  }
}
