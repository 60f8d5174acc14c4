/** A design of points in the unit cube, made one by one when they are asked for: a large design takes no memory. */
export interface Sample {
  /** Points in all. */
  readonly count: number;
  /** Coordinates of a point. */
  readonly dimensions: number;
  /** Point number k from 0. The same bits on every engine. */
  readonly readPoint: (k: number) => number[];
}
