import { Particle, ParticleContainer } from 'pixi.js';
import { type CrowdArrangement, type CrowdLayer, seatIsland } from './crowd.ts';
import type { Paint } from './paint.ts';
import { type MarkTexture, provideDiscTexture } from './particle-texture.ts';
import { easeOut, SETTLE_MS } from './timing.ts';

/** Far outside of every view: where a dot waits that must not be seen. */
const NOWHERE = -1e6;
const NOT_SHOWN = -1;

/** @param people investors in every snapshot */
export function createDotLayer(people: number): CrowdLayer {
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
  let disc: MarkTexture | null = null;

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

  function arrangeAll(arrangement: CrowdArrangement, animate: boolean): void {
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
      seatIsland(land, arrangement.seats[broker], arrangement, (investor, x, y) => put(investor, broker, x, y));
    });
    arrangement.ashore.forEach((investor, k) => {
      put(investor, people, arrangement.ashorePlaces[2 * k], arrangement.ashorePlaces[2 * k + 1]);
    });
    provideParticles(count);
  }

  function recolour(paint: Paint): void {
    for (let k = 0; k < particles.length; k++) {
      particles[k].color = paint.readColour(who[k], where[k] === people ? NOT_SHOWN : where[k]);
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
      recolour(arrangement.paint);
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
    findInvestor(at, within) {
      let nearest = within * within;
      let found: number | null = null;
      // Where people are going to stand: until the next frame the particles are still those of the month before.
      for (let k = 0; k < particles.length; k++) {
        const distance = (toX[k] - at.x) * (toX[k] - at.x) + (toY[k] - at.y) * (toY[k] - at.y);
        if (distance > nearest) continue;
        nearest = distance;
        found = who[k];
      }
      return found;
    },
    hideUntil(investor, time) {
      hidden.set(investor, time);
      settled = false;
    },
    recolour,
    setScale(next) {
      if (next === scale) return;
      scale = next;
      if (disc) fitDiscs();
    },
    advance,
  };
}
