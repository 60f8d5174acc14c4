import { Particle, ParticleContainer } from 'pixi.js';
import { type CrowdArrangement, type CrowdLayer, seatIsland } from './crowd.ts';
import { CELL_AREA, CELL_RADIUS, type DensityCell, sumCells } from './density-cells.ts';
import type { Paint } from './paint.ts';
import { type MarkTexture, provideHexagonTexture } from './particle-texture.ts';

const NOWHERE = -1e6;
/** Part of its hexagon that a full cell covers: a line of land stays between cells. */
const FILLED = 0.94;

export interface DensityLayer extends CrowdLayer {
  /** Investors of a snapshot that a full cell stands for; 0 before anybody was drawn. */
  readCellPeople(): number;
}

/** Too many people for dots: every patch of an island in the mean colour of those on it, as large as they are many. */
export function createDensityLayer(): DensityLayer {
  const container = new ParticleContainer({ dynamicProperties: { position: false } });
  const particles = container.particleChildren as Particle[];
  const spare: Particle[] = [];
  let last: CrowdArrangement | null = null;
  let cells: DensityCell[] = [];
  let full = 0;
  let scale = 1;
  let texture: MarkTexture | null = null;

  function countFull({ islands, seats }: CrowdArrangement): number {
    let people = 0;
    let land = 0;
    islands.forEach(({ radius }, broker) => {
      if (radius < CELL_RADIUS) return;
      people += seats[broker].length;
      land += Math.PI * radius * radius;
    });
    return land > 0 ? (people * CELL_AREA) / land : 0;
  }

  function draw(paint: Paint): void {
    texture = provideHexagonTexture(2 * CELL_RADIUS * scale);
    container.texture = texture.texture;
    while (particles.length > cells.length) spare.push(particles.pop()!);
    while (particles.length < cells.length) {
      const centred = { anchorX: 0.5, anchorY: 0.5, x: NOWHERE, y: NOWHERE };
      particles.push(spare.pop() ?? new Particle({ texture: texture.texture, ...centred }));
    }
    cells.forEach(({ x, y, people, dormant, step }, k) => {
      const particle = particles[k];
      const size = (FILLED * 2 * CELL_RADIUS * Math.sqrt(Math.min(1, people / full))) / texture!.diameter;
      particle.texture = texture!.texture;
      particle.x = x;
      particle.y = y;
      particle.scaleX = size;
      particle.scaleY = size;
      particle.color = paint.mixGroup(step, 1 - dormant / people);
    });
    container.update();
  }

  function arrange(arrangement: CrowdArrangement): void {
    last = arrangement;
    full = countFull(arrangement);
    cells = arrangement.islands.flatMap((island, broker) => sumCells(island, arrangement.seats[broker], arrangement));
    draw(arrangement.paint);
  }

  function readPlace(investor: number): { x: number; y: number } | null {
    const broker = last?.seats.findIndex((island) => island.includes(investor)) ?? -1;
    if (!last || broker < 0) return null;
    let place: { x: number; y: number } | null = null;
    seatIsland(last.islands[broker], last.seats[broker], last, (other, x, y) => {
      if (other === investor) place = { x, y };
    });
    return place;
  }

  return {
    container,
    arrange,
    readPlace,
    readGoal: readPlace,
    findInvestor: () => null,
    hideUntil() {},
    recolour(paint) {
      if (last) arrange({ ...last, paint });
    },
    setScale(next) {
      if (next === scale) return;
      scale = next;
      if (last) draw(last.paint);
    },
    advance: () => false,
    readCellPeople: () => full,
  };
}
