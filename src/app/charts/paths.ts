/** Tenths of a pixel: what a screen can show, in a third of the text. */
function write(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Path data of a line through the points from `first` to `count − 1`; it breaks where a point is not a number. */
export function drawLine(count: number, x: (i: number) => number, y: (i: number) => number, first = 0): string {
  let path = '';
  let pen = 'M';
  for (let i = first; i < count; i++) {
    const height = y(i);
    if (Number.isFinite(height)) {
      path += `${pen}${write(x(i))} ${write(height)}`;
      pen = 'L';
    } else {
      pen = 'M';
    }
  }
  return path;
}

/** Path data of the area between two lines from point `first` to point `count − 1`; empty below two points. */
export function drawArea(
  first: number,
  count: number,
  x: (i: number) => number,
  upper: (i: number) => number,
  lower: (i: number) => number,
): string {
  if (count - first < 2) return '';
  let path = '';
  for (let i = first; i < count; i++) path += `${path ? 'L' : 'M'}${write(x(i))} ${write(upper(i))}`;
  for (let i = count - 1; i >= first; i--) path += `L${write(x(i))} ${write(lower(i))}`;
  return `${path}Z`;
}
