import { saveFile } from '../controls/saving.ts';
import { createCsv, type DataTable } from './data-table.ts';
import { estimateWidth } from './labels.ts';

/** Looks that a file must carry with it, since no style sheet travels along. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'clip-path',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const HEAD = 56;
const TITLE_SIZE = 13;
const SENTENCE_SIZE = 12;

export function downloadCsv(table: DataTable, name: string): void {
  saveFile(new Blob([createCsv(table)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

/** The picture as it is on screen, with its title and sentence above it. */
export function downloadSvg(svg: SVGSVGElement, title: string, sentence: string, name: string): void {
  const markup = new XMLSerializer().serializeToString(createStandaloneSvg(svg, title, sentence));
  saveFile(new Blob([markup], { type: 'image/svg+xml;charset=utf-8' }), `${name}.svg`);
}

/** Device pixels per pixel of a bitmap: sharp in print. */
const PNG_SCALE = 3;

/** The same picture as a bitmap. */
export async function downloadPng(svg: SVGSVGElement, title: string, sentence: string, name: string): Promise<void> {
  const page = createStandaloneSvg(svg, title, sentence);
  const [width, height] = ['width', 'height'].map((side) => Number(page.getAttribute(side)));
  const source = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(page)], { type: 'image/svg+xml' }),
  );
  const image = new Image(width, height);
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(source);
  canvas.toBlob((blob) => blob && saveFile(blob, `${name}.png`), 'image/png');
}

/** A text as a file. */
export function downloadText(text: string, name: string, type: string): void {
  saveFile(new Blob([text], { type }), name);
}

/** A picture that needs no style sheet, on a ground of its own. Without a title there is no head. */
export function createStandaloneSvg(svg: SVGSVGElement, title: string, sentence: string): SVGSVGElement {
  const picture = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, picture);
  picture.setAttribute('x', String(MARGIN));
  const head = title === '' ? MARGIN : HEAD;
  picture.setAttribute('y', String(head));
  const page = document.createElementNS(SVG, 'svg');
  const width = Math.max(svg.clientWidth, estimateWidth(sentence, SENTENCE_SIZE) + 4) + 2 * MARGIN;
  const height = svg.clientHeight + head + MARGIN;
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    page.setAttribute(key, String(value));
  }
  const root = getComputedStyle(document.documentElement);
  const read = (token: string) => root.getPropertyValue(token).trim();
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', read('--surface'));
  page.append(
    ground,
    createText(title, 24, {
      fill: read('--text'),
      'font-size': TITLE_SIZE,
      'font-weight': 600,
      'font-family': read('--sans'),
    }),
    createText(sentence, 42, { fill: read('--text-2'), 'font-size': SENTENCE_SIZE, 'font-family': read('--sans') }),
    picture,
  );
  return page;
}

/** Looks as attributes: the page's policy forbids style attributes in markup. */
function createText(text: string, y: number, looks: Readonly<Record<string, string | number>>): SVGTextElement {
  const element = document.createElementNS(SVG, 'text');
  for (const [key, value] of Object.entries({ x: MARGIN, y, ...looks })) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) to.setAttribute(name, style.getPropertyValue(name));
  to.removeAttribute('class');
  for (let i = 0; i < from.children.length; i++) inlineStyles(from.children[i], to.children[i]);
}
