import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { allocateTables, bytesPerRow, type ColumnKind, measureTables } from '../../src/core/columns.ts';

const SPECS = {
  people: { rows: 3, columns: { age: 'u8', wealth: 'f64', broker: 'i16' } },
  firms: { rows: 2, columns: { cash: 'f64', open: 'u8' } },
} as const;

const BYTES: Record<ColumnKind, number> = { u8: 1, i16: 2, u16: 2, i32: 4, u32: 4, f32: 4, f64: 8 };
const columnKind = fc.constantFrom(...(Object.keys(BYTES) as ColumnKind[]));
const columnName = fc.stringMatching(/^[a-z]{1,6}$/);
const tableSpec = fc.record({ rows: fc.nat(40), columns: fc.dictionary(columnName, columnKind) });

describe('allocateTables', () => {
  test('lays columns in the order declared, each at a multiple of eight bytes', () => {
    // age 3 bytes → 8; wealth 24; broker 6 → 8; cash 16; open 2 → 8: offsets are the running sums, 64 in all.
    const { buffer, byteLength, tables } = allocateTables(SPECS);
    const columns = [
      tables.people.age,
      tables.people.wealth,
      tables.people.broker,
      tables.firms.cash,
      tables.firms.open,
    ];
    expect(columns.map((column) => column.byteOffset)).toEqual([0, 8, 32, 40, 56]);
    expect(columns.map((column) => column.length)).toEqual([3, 3, 3, 2, 2]);
    expect(columns.every((column) => column.buffer === buffer)).toBe(true);
    expect(byteLength).toBe(64);
    expect(buffer.byteLength).toBe(64);
  });

  test('gives each column its own type', () => {
    const { buffer, tables } = allocateTables({ people: { rows: 1, columns: { age: 'u8', wealth: 'f64' } } });
    expectTypeOf(tables.people.age).toEqualTypeOf<Uint8Array>();
    expectTypeOf(tables.people.wealth).toEqualTypeOf<Float64Array>();
    expectTypeOf(buffer).toEqualTypeOf<ArrayBuffer>();
    expect(tables.people.age).toBeInstanceOf(Uint8Array);
    expect(tables.people.wealth).toBeInstanceOf(Float64Array);
  });

  test('columns never overlap, whatever the tables', () => {
    fc.assert(
      fc.property(fc.dictionary(columnName, tableSpec), (specs) => {
        const { buffer, tables } = allocateTables(specs);
        let end = 0;
        for (const [name, { rows, columns }] of Object.entries(specs)) {
          for (const [column, kind] of Object.entries(columns)) {
            const view = tables[name][column];
            expect(view.byteOffset).toBeGreaterThanOrEqual(end);
            expect(view.byteOffset % 8).toBe(0);
            expect(view.byteLength).toBe(rows * BYTES[kind]);
            end = view.byteOffset + view.byteLength;
          }
        }
        expect(end).toBeLessThanOrEqual(buffer.byteLength);
        expect(buffer.byteLength).toBe(measureTables(specs));
      }),
    );
  });

  test('on a given buffer only makes the views: what was there is read, what is written is seen', () => {
    const first = allocateTables(SPECS);
    first.tables.people.wealth[2] = 12.5;
    first.tables.firms.open[1] = 1;
    const second = allocateTables(SPECS, first.buffer.slice(0));
    expect(second.tables.people.wealth[2]).toBe(12.5);
    expect(second.tables.firms.open[1]).toBe(1);

    const shared = allocateTables(SPECS, new SharedArrayBuffer(100));
    shared.tables.people.age[0] = 7;
    expect(new Uint8Array(shared.buffer)[0]).toBe(7);
    expect(shared.byteLength).toBe(64);
  });

  test('refuses a buffer that is too small and row counts that are not whole', () => {
    expect(() => allocateTables(SPECS, new ArrayBuffer(63))).toThrow('expected a buffer of at least 64 bytes, got 63');
    for (const rows of [-1, 1.5, NaN, Infinity]) {
      expect(() => measureTables({ people: { rows, columns: {} } })).toThrow(
        `people.rows: expected a whole number from 0, got ${rows}`,
      );
    }
  });
});

test('bytesPerRow adds the bytes of the kinds, without alignment', () => {
  // u8 1 + f64 8 + i16 2 = 11; all seven kinds: 1 + 2 + 2 + 4 + 4 + 4 + 8 = 25.
  expect(bytesPerRow(SPECS.people)).toBe(11);
  const every = { a: 'u8', b: 'i16', c: 'u16', d: 'i32', e: 'u32', f: 'f32', g: 'f64' } as const;
  expect(bytesPerRow({ rows: 0, columns: every })).toBe(25);
});
