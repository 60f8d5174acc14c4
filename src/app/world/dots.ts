import { Particle, ParticleContainer } from 'pixi.js';
import { computeCoastFactor, type Island } from './coast.ts';
import { type DiscTexture, provideDiscTexture } from './particle-texture.ts';
import type { SeatSpiral } from './seats.ts';
import { easeOut, SETTLE_MS } from './timing.ts';

/** Far outside of every view: where a dot waits that must not be seen. */
const NOWHERE = -1e6;
const NOT_SHOWN = -1;

/** Everybody to be drawn, and where they go. */
interface DotArrangement {
  readonly islands: readonly Island[];
  /** Investors in order of seat, per broker. */
  readonly seats: readonly (readonly number[])[];
  readonly spiral: SeatSpiral;
  /** People on the shore and where they stand, as x, y pairs. */
  readonly ashore: readonly number[];
  readonly ashorePlaces: Float32Array;
  /** Diameter of a dot in world pixels. */
  readonly diameter: number;
  /** Packed colour of an investor, by broker or −1. */
  readColour(investor: number, broker: number): number;
}

export interface DotLayer {
  readonly container: ParticleContainer;
  /** Shows an arrangement. Whoever stays on an island moves there within `SETTLE_MS`, others appear where they belong. */
  arrange(arrangement: DotArrangement, now: number, animate: boolean): void;
  /** Where an investor stands on screen at the moment, or `null`. */
  readPlace(investor: number): { x: number; y: number } | null;
  /** Where an investor is going to stand, or `null`. */
  readGoal(investor: number): { x: number; y: number } | null;
  /** Keeps an investor out of sight until it lands. */
  hideUntil(investor: number, time: number): void;
  recolour(readColour: DotArrangement['readColour']): void;
  /** Device pixels per world pixel: decides how finely discs are drawn. */
  setScale(scale: number): void;
  /** Moves the dots; returns whether any still has to. */
  advance(now: number): boolean;
}

/** @param people investors in every snapshot */
export function createDotLayer(people: number): DotLayer {
  const container = new ParticleContainer({ dynamicProperties: { position: true } });
  const particles = container.particleChildren as Particle[];
  const spare: Particle[] = [];
  const fromX = new Float32Array(people);
  const fromY = new Float32Array(people);
  const toX = new Float32Array(people);
  const toY = new Float32Array(people);
  const who = new Int32Array(people);
  const where = new Int16Array(people);
  const position = new Int32Array(people).fill(NOT_SHOWN);
  const island = new Int16Array(people).fill(NOT_SHOWN);
  const hidden = new Map<number, number>();
  let startedAt = Number.NEGATIVE_INFINITY;
  let settled = true;
  let diameter = 3;
  let scale = 1;
  let disc: DiscTexture | null = null;

  function fitDiscs(): void {
    const wanted = provideDiscTexture(diameter * scale);
    if (disc !== wanted) {
      disc = wanted;
      container.texture = disc.texture;
      for (const particle of particles) particle.texture = disc.texture;
      for (const particle of spare) particle.texture = disc.texture;
    }
    const size = diameter / disc.diameter;
    for (const particle of particles) {
      particle.scaleX = size;
      particle.scaleY = size;
    }
    container.update();
  }

  function provideParticles(count: number): void {
    while (particles.length > count) spare.push(particles.pop()!);
    while (particles.length < count) {
      particles.push(
        spare.pop() ?? new Particle({ texture: disc!.texture, anchorX: 0.5, anchorY: 0.5, x: NOWHERE, y: NOWHERE }),
      );
    }
  }

  /** Keeps in mind where everybody is drawn now, by investor; returns the two columns. */
  function keepPlaces(count: number): { x: Float32Array; y: Float32Array } {
    const x = new Float32Array(people);
    const y = new Float32Array(people);
    for (let k = 0; k < count; k++) {
      x[who[k]] = particles[k].x;
      y[who[k]] = particles[k].y;
    }
    return { x, y };
  }

  function arrangeAll(arrangement: DotArrangement, animate: boolean): void {
    const before = keepPlaces(particles.length);
    const previous = Int16Array.from(island);
    island.fill(NOT_SHOWN);
    position.fill(NOT_SHOWN);
    let count = 0;
    const put = (investor: number, broker: number, x: number, y: number) => {
      const stays = animate && previous[investor] === broker && before.x[investor] > NOWHERE;
      fromX[count] = stays ? before.x[investor] : x;
      fromY[count] = stays ? before.y[investor] : y;
      toX[count] = x;
      toY[count] = y;
      who[count] = investor;
      where[count] = broker;
      island[investor] = broker;
      position[investor] = count++;
    };
    arrangement.islands.forEach((land, broker) => {
      putIsland(land, arrangement.seats[broker], arrangement, (investor, x, y) => put(investor, broker, x, y));
    });
    arrangement.ashore.forEach((investor, k) => {
      put(investor, people, arrangement.ashorePlaces[2 * k], arrangement.ashorePlaces[2 * k + 1]);
    });
    provideParticles(count);
  }

  function paint(readColour: DotArrangement['readColour']): void {
    for (let k = 0; k < particles.length; k++) {
      particles[k].color = readColour(who[k], where[k] === people ? NOT_SHOWN : where[k]);
    }
    container.update();
  }

  function advance(now: number): boolean {
    if (settled) return false;
    const t = (now - startedAt) / SETTLE_MS;
    const part = easeOut(t);
    for (let k = 0; k < particles.length; k++) {
      const particle = particles[k];
      particle.x = fromX[k] + (toX[k] - fromX[k]) * part;
      particle.y = fromY[k] + (toY[k] - fromY[k]) * part;
    }
    for (const [investor, time] of hidden) {
      if (time <= now) hidden.delete(investor);
      else if (position[investor] !== NOT_SHOWN) particles[position[investor]].x = NOWHERE;
    }
    settled = t >= 1 && hidden.size === 0;
    return true;
  }

  return {
    container,
    arrange(arrangement, now, animate) {
      // Where frames are rarer than months, the way made since the last frame counts all the same.
      advance(now);
      diameter = arrangement.diameter;
      disc ??= provideDiscTexture(diameter * scale);
      arrangeAll(arrangement, animate);
      fitDiscs();
      paint(arrangement.readColour);
      startedAt = animate ? now : Number.NEGATIVE_INFINITY;
      settled = false;
      if (!animate) hidden.clear();
    },
    readPlace(investor) {
      const k = position[investor] ?? NOT_SHOWN;
      return k === NOT_SHOWN || particles[k].x === NOWHERE ? null : { x: particles[k].x, y: particles[k].y };
    },
    readGoal(investor) {
      const k = position[investor] ?? NOT_SHOWN;
      return k === NOT_SHOWN ? null : { x: toX[k], y: toY[k] };
    },
    hideUntil(investor, time) {
      hidden.set(investor, time);
      settled = false;
    },
    recolour: paint,
    setScale(next) {
      if (next === scale) return;
      scale = next;
      if (disc) fitDiscs();
    },
    advance,
  };
}

/** Seats the people of one island on its land. */
function putIsland(
  { x, y, radius, shape }: Island,
  seats: readonly number[],
  { spiral, diameter }: DotArrangement,
  put: (investor: number, x: number, y: number) => void,
): void {
  const ground = Math.max(radius * 0.55, radius - diameter / 2 - Math.min(2.5, 0.15 * radius));
  const pitch = ground * Math.sqrt(Math.PI / Math.max(1, seats.length));
  for (let seat = 0; seat < seats.length; seat++) {
    const sx = spiral.x[seat];
    const sy = spiral.y[seat];
    const norm = Math.sqrt(sx * sx + sy * sy);
    const stretch = pitch * computeCoastFactor(shape, sx / norm, sy / norm);
    put(seats[seat], x + sx * stretch, y + sy * stretch);
  }
}
