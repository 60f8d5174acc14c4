import { Particle, ParticleContainer } from 'pixi.js';
import { type ArcPath, readArcPoint } from './arc-path.ts';
import { type MarkTexture, provideDiscTexture } from './particle-texture.ts';
import { easeInOut } from './timing.ts';

/** One person on the way. */
interface Flight {
  readonly path: ArcPath;
  readonly startsAt: number;
  readonly durationMs: number;
  /** Packed colour. */
  readonly colour: number;
}

export interface FlightLayer {
  readonly container: ParticleContainer;
  /** How many more may take off. */
  countFree(): number;
  launch(flight: Flight): void;
  clear(): void;
  /** Diameter of a traveller in world pixels; device pixels per world pixel. */
  setSize(diameter: number, scale: number): void;
  /** Moves everybody on; returns whether anybody is under way. */
  advance(now: number): boolean;
}

/** In the air at most (DESIGN.md). */
const CAPACITY = 300;
const NOWHERE = -1e6;

export function createFlightLayer(): FlightLayer {
  const container = new ParticleContainer({ dynamicProperties: { position: true, color: true } });
  let disc: MarkTexture = provideDiscTexture(8);
  container.texture = disc.texture;
  const particles = Array.from(
    { length: CAPACITY },
    () => new Particle({ texture: disc.texture, anchorX: 0.5, anchorY: 0.5, x: NOWHERE, y: NOWHERE }),
  );
  container.addParticle(...particles);
  container.visible = false;
  const flights: (Flight | null)[] = particles.map(() => null);
  const free = particles.map((_, k) => k);

  function land(k: number): void {
    flights[k] = null;
    particles[k].x = NOWHERE;
    free.push(k);
  }

  return {
    container,
    countFree: () => free.length,
    launch(flight) {
      const k = free.pop();
      if (k === undefined) return;
      flights[k] = flight;
      particles[k].color = flight.colour;
      container.visible = true;
    },
    clear() {
      flights.forEach((flight, k) => {
        if (flight) land(k);
      });
      container.visible = false;
    },
    setSize(diameter, scale) {
      disc = provideDiscTexture(diameter * scale);
      container.texture = disc.texture;
      for (const particle of particles) {
        particle.texture = disc.texture;
        particle.scaleX = diameter / disc.diameter;
        particle.scaleY = particle.scaleX;
      }
      container.update();
    },
    advance(now) {
      if (free.length === CAPACITY) {
        container.visible = false;
        return false;
      }
      for (let k = 0; k < CAPACITY; k++) {
        const flight = flights[k];
        if (!flight || now < flight.startsAt) continue;
        const t = (now - flight.startsAt) / flight.durationMs;
        if (t >= 1) {
          land(k);
          continue;
        }
        const { x, y } = readArcPoint(flight.path, easeInOut(t));
        particles[k].x = x;
        particles[k].y = y;
      }
      return true;
    },
  };
}
