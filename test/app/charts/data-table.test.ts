import { expect, test } from 'vitest';
import {
  createCsv,
  createTabbedText,
  type DataTable,
  formatCell,
  sortRows,
} from '../../../src/app/charts/data-table.ts';

const TABLE: DataTable = {
  caption: 'Brokers',
  columns: [{ label: 'Broker, short' }, { label: 'Revenue', format: (value) => `¥${value}`, unit: 'cents' }],
  rows: [
    ['Say "hi"', 1.25],
    ['柳岸', Number.NaN],
    ['Delta', -3],
  ],
};

test('a file begins with the mark that makes Excel read Chinese, quotes what needs it, and leaves gaps empty', () => {
  expect(createCsv(TABLE)).toBe('\uFEFF"Broker, short",Revenue (cents)\r\n"Say ""hi""",1.25\r\n柳岸,\r\nDelta,-3\r\n');
});

test('the clipboard takes the same in tabs', () => {
  expect(createTabbedText(TABLE)).toBe('Broker, short\tRevenue (cents)\nSay "hi"\t1.25\n柳岸\t\nDelta\t-3');
});

test('a cell reads as its column says', () => {
  expect(formatCell(TABLE.columns[1], 7)).toBe('¥7');
  expect(formatCell(TABLE.columns[0], 'Delta')).toBe('Delta');
});

test('rows sort by figure either way, with what has none last', () => {
  const order = (direction: 'ascending' | 'descending') =>
    sortRows(TABLE.rows, 1, direction, 'en').map((row) => row[1]);
  expect(order('ascending')).toEqual([-3, 1.25, Number.NaN]);
  expect(order('descending')).toEqual([1.25, -3, Number.NaN]);
});

test('rows sort by name as the language does, and the table itself stays as it was', () => {
  expect(sortRows(TABLE.rows, 0, 'ascending', 'en').map((row) => row[0])).toEqual(['Delta', 'Say "hi"', '柳岸']);
  expect(TABLE.rows[0][0]).toBe('Say "hi"');
});
