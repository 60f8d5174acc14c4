import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import { Icon } from '../controls/icon.tsx';
import { moveInMenu, Popover } from '../controls/popover.tsx';
import { Terms } from '../glossary/terms.tsx';
import {
  type ChartGrid,
  type CursorSignal,
  moveCursor,
  type Point,
  type ReadonlyCursor,
  writeReading,
} from './chart-cursor.ts';
import { downloadCsv, downloadPng, downloadSvg } from './chart-export.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { DataTable } from './data-table.ts';
import { NumbersTable } from './numbers-table.tsx';
import type { PlotSize } from './plot-size.ts';
import './charts.css';

/** What stopped the run behind a chart, and the way out. */
export interface ChartFailure {
  readonly message: string;
  readonly onRetry?: (() => void) | undefined;
  /** The command line that does it again. */
  readonly replayLine?: string | undefined;
}

interface ChartFrameProps {
  readonly id: string;
  /** With the unit. */
  readonly title: string;
  /** End of the title that a narrow chart leaves out. */
  readonly titleTail?: string;
  /** What the picture says, from the numbers of the picture. */
  readonly sentence: string;
  readonly language: Language;
  /** A choice that ends the title. */
  readonly choice?: ComponentChildren;
  /** Buttons of this chart, before those that all have. */
  readonly tools?: ComponentChildren;
  readonly failure: ChartFailure | null;
  /** The picture is not the answer yet. */
  readonly faded: boolean;
  readonly table: () => DataTable;
  readonly grid: ChartGrid | null;
  readonly cursor: CursorSignal;
  readonly plotRef: (element: HTMLElement | null) => void;
  readonly size: PlotSize | null;
  /** Contents of the picture, drawn for `size`. */
  readonly children: ComponentChildren;
}

/** One frame for all charts: title, sentence, tools, and the picture or its numbers. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, titleTail = '', sentence, language, choice, tools, failure, table } = props;
  const asTable = useSignal(false);
  const open = useSignal(false);
  const svg = useRef<SVGSVGElement>(null);
  const say = (key: keyof typeof CHART_TEXTS) => CHART_TEXTS[key][language];
  const toggle = () => {
    asTable.value = !asTable.value;
  };
  const toggleByKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    toggle();
  };
  return (
    <figure class="chart" data-testid={`chart-${id}`} data-open={open.value || undefined} onKeyDown={toggleByKey}>
      <header>
        <h3 class="title">
          <Terms text={title} />
          <span class="tail">{titleTail}</span>
        </h3>
        {choice}
        <span class="grow" />
        {tools}
        <button
          type="button"
          class="btn icon unfold"
          aria-expanded={open.value}
          aria-label={say('unfold')}
          title={say('unfold')}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          <Icon name="expand" />
        </button>
        <button
          type="button"
          class="btn icon"
          aria-pressed={asTable.value}
          aria-label={say(asTable.value ? 'showPlot' : 'showTable')}
          title={say(asTable.value ? 'showPlot' : 'showTable')}
          data-testid={`chart-${id}-table`}
          onClick={toggle}
        >
          <Icon name="table" />
        </button>
        <Popover testId={`chart-${id}-menu`} plain className="btn icon" label={say('more')} face={<Icon name="more" />}>
          {(close) => (
            <div role="menu" aria-label={title} class="menu" onKeyDown={moveInMenu}>
              <button
                type="button"
                role="menuitem"
                onClick={() => {
                  close();
                  downloadCsv(table(), `brokerscape-${id}`);
                }}
              >
                {say('downloadCsv')}
              </button>
              <button
                type="button"
                role="menuitem"
                disabled={asTable.value}
                onClick={() => {
                  close();
                  if (svg.current) downloadSvg(svg.current, title + titleTail, sentence, `brokerscape-${id}`);
                }}
              >
                {say('downloadSvg')}
              </button>
              <button
                type="button"
                role="menuitem"
                disabled={asTable.value}
                data-testid={`chart-${id}-png`}
                onClick={() => {
                  close();
                  if (svg.current) void downloadPng(svg.current, title + titleTail, sentence, `brokerscape-${id}`);
                }}
              >
                {say('downloadPng')}
              </button>
            </div>
          )}
        </Popover>
      </header>
      {failure ? (
        <FailureNote failure={failure} language={language} />
      ) : (
        <p>
          <Terms text={sentence} beside={title} />
        </p>
      )}
      {asTable.value ? <NumbersTable table={table()} /> : <Plot {...props} svgRef={svg} />}
    </figure>
  );
}

function FailureNote({ failure, language }: { readonly failure: ChartFailure; readonly language: Language }) {
  const { message, onRetry, replayLine } = failure;
  return (
    <p class="failure" role="alert">
      {message}{' '}
      {onRetry ? (
        <button type="button" class="btn" onClick={onRetry}>
          {CHART_TEXTS.retry[language]}
        </button>
      ) : null}
      {replayLine ? (
        <button type="button" class="btn" onClick={() => void navigator.clipboard.writeText(replayLine)}>
          {CHART_TEXTS.copyReplay[language]}
        </button>
      ) : null}
    </p>
  );
}

type PlotProps = ChartFrameProps & { readonly svgRef: { current: SVGSVGElement | null } };

/** The picture: one tab stop, read by arrow keys and by pointer. */
function Plot(props: PlotProps) {
  const { title, titleTail = '', sentence, language, faded, grid, cursor, plotRef, size, children, svgRef } = props;
  const spoken = useSignal('');
  const move = (event: KeyboardEvent) => {
    if (!grid) return;
    if (event.key === 'Escape') cursor.value = null;
    const next = moveCursor(grid, cursor.value, event.key);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    cursor.value = next;
    const reading = grid.read(next);
    if (reading) spoken.value = writeReading(reading);
  };
  const point = (event: PointerEvent) => {
    if (!grid) return;
    const next = grid.locate({ x: event.offsetX, y: event.offsetY });
    const last = cursor.value;
    if (next?.column !== last?.column || next?.row !== last?.row) cursor.value = next;
  };
  const clear = () => {
    cursor.value = null;
  };
  return (
    <div
      ref={plotRef}
      class="plot"
      role="application"
      aria-roledescription={CHART_TEXTS.plotRole[language]}
      aria-label={`${title}${titleTail}: ${sentence}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      data-faded={faded || undefined}
      onKeyDown={move}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={clear}
      onBlur={clear}
    >
      {size ? (
        <svg ref={svgRef} width={size.width} height={size.height} aria-hidden="true">
          {children}
        </svg>
      ) : null}
      {size && grid ? <Tip grid={grid} cursor={cursor} size={size} /> : null}
      <div class="vh" aria-live="polite">
        {spoken}
      </div>
    </div>
  );
}

interface TipProps {
  readonly grid: ChartGrid;
  readonly cursor: ReadonlyCursor;
  readonly size: PlotSize;
}

/** The reading beside the cursor, on the side where there is room. */
function Tip({ grid, cursor, size }: TipProps) {
  const cell = cursor.value;
  const reading = cell && grid.read(cell);
  if (!cell || !reading) return null;
  return (
    <div class="tip" aria-hidden="true" style={placeTip(grid.place(cell), size)}>
      <span class="faint">{reading.heading}</span>
      {reading.entries.map(({ label, value }) => (
        <span key={label} class="row">
          <span>{label}</span>
          <b class="num">{value}</b>
        </span>
      ))}
    </div>
  );
}

const TIP_GAP = 10;

function placeTip({ x, y }: Point, { width, height }: PlotSize) {
  const leftward = x > width * 0.4;
  const upward = y > height * 0.5;
  const across = leftward ? `calc(-100% - ${TIP_GAP}px)` : `${TIP_GAP}px`;
  const along = upward ? `calc(-100% - ${TIP_GAP}px)` : `${TIP_GAP}px`;
  return { transform: `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(${across}, ${along})` };
}
