import { settleLayout } from './layout.ts';

/** Element type of one column, as in WebAssembly and WGSL. */
export type ColumnKind = 'u8' | 'i16' | 'u16' | 'i32' | 'u32' | 'f32' | 'f64';

/** A table: so many rows of named, typed columns. Names must not look like integers, which JavaScript would reorder. */
export interface TableSpec {
  readonly rows: number;
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

interface ColumnArrays {
  readonly u8: Uint8Array;
  readonly i16: Int16Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}

/** The typed array of each column, by table and column name. */
export type Tables<S extends Readonly<Record<string, TableSpec>>> = {
  readonly [Table in keyof S]: {
    readonly [Column in keyof S[Table]['columns']]: ColumnArrays[S[Table]['columns'][Column]];
  };
};

/** Tables that lie in one buffer, in the order in which they were declared: copy, hash or transfer the buffer. */
export interface Allocation<S extends Readonly<Record<string, TableSpec>>, B extends ArrayBufferLike = ArrayBuffer> {
  readonly buffer: B;
  /** Bytes in use; `buffer` may be longer when it was given. */
  readonly byteLength: number;
  readonly tables: Tables<S>;
}

const ALIGNMENT_BYTES = 8;

interface ColumnType {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): ColumnArrays[ColumnKind];
}

const ARRAY_TYPES: Readonly<Record<ColumnKind, ColumnType>> = {
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
  f64: Float64Array,
};

/**
 * Lays the columns of all tables one after another in one buffer, each starting at a multiple of eight bytes, zeroed.
 * @param buffer when given, nothing is allocated or cleared: the views are made on it
 * @throws RangeError when `buffer` is too small or a row count is not a whole number
 */
export function allocateTables<
  const S extends Readonly<Record<string, TableSpec>>,
  B extends ArrayBufferLike = ArrayBuffer,
>(specs: S, buffer?: B): Allocation<S, B> {
  const byteLength = measureTables(specs);
  if (buffer !== undefined && buffer.byteLength < byteLength) {
    throw new RangeError(`expected a buffer of at least ${byteLength} bytes, got ${buffer.byteLength}`);
  }
  const memory = buffer ?? (new ArrayBuffer(byteLength) as B);
  const tables: Record<string, Record<string, ColumnArrays[ColumnKind]>> = {};
  let offset = 0;
  for (const [name, { rows, columns }] of Object.entries(specs)) {
    const table: Record<string, ColumnArrays[ColumnKind]> = {};
    for (const [column, kind] of Object.entries(columns)) {
      table[column] = new ARRAY_TYPES[kind](memory, offset, rows);
      offset += measureColumn(kind, rows);
    }
    tables[name] = settleLayout(table);
  }
  return { buffer: memory, byteLength, tables: settleLayout(tables) as Tables<S> };
}

/** Bytes that `allocateTables` needs, alignment included. @throws RangeError when a row count is not a whole number */
export function measureTables(specs: Readonly<Record<string, TableSpec>>): number {
  let byteLength = 0;
  for (const [name, { rows, columns }] of Object.entries(specs)) {
    if (!Number.isSafeInteger(rows) || rows < 0) {
      throw new RangeError(`${name}.rows: expected a whole number from 0, got ${rows}`);
    }
    for (const kind of Object.values(columns)) {
      byteLength += measureColumn(kind, rows);
    }
  }
  return byteLength;
}

/** Bytes of one row, alignment aside: what one more row costs. */
export function bytesPerRow(spec: TableSpec): number {
  return Object.values(spec.columns).reduce((bytes, kind) => bytes + ARRAY_TYPES[kind].BYTES_PER_ELEMENT, 0);
}

function measureColumn(kind: ColumnKind, rows: number): number {
  const bytes = rows * ARRAY_TYPES[kind].BYTES_PER_ELEMENT;
  return Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
}
