import type { ComponentChildren } from 'preact';
import type { Evidence } from '../../experiment/evidence.ts';
import type { ScoreboardRow } from '../../experiment/scoreboard.ts';
import { TARGET_USES, type Target } from '../../experiment/target.ts';
import { pick, say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { formatFigure, formatInterval, formatTarget, formatTolerance, nameUnit } from './score-figures.ts';
import { ScoreAxis, ScorePlot } from './score-plot.tsx';
import { SourceChips } from './source-chips.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import { USES, WORDS } from './words.ts';

const COLUMNS = 8;

interface ScoreTableProps {
  readonly rows: readonly ScoreboardRow[];
  readonly chosen: string;
  readonly evidence: Evidence;
  readonly onChoose: (id: string) => void;
  /** What opens under the chosen row where there is no room beside the table; `null` where there is. */
  readonly detail: ComponentChildren;
}

/** Every target on one axis; what was fitted, what was only compared, and what is a claim about the future stand apart. */
export function ScoreTable(props: ScoreTableProps) {
  return (
    <table class="scores" aria-label={say('scoreboard')}>
      <thead>
        <tr>
          <Head name={<span class="vh">{pick(WORDS.verdict)}</span>} />
          <Head name={pick(WORDS.target)} />
          <Head name={pick(WORDS.source)} />
          <Head name={pick(WORDS.value)} className="r" span={2} />
          <Head
            name={
              <>
                <span class="vh">{pick(WORDS.distance)}</span>
                <ScoreAxis name={pick(WORDS.axisTarget)} />
              </>
            }
            className="plot"
          />
          <Head name={pick(WORDS.median)} className="r" />
          <Head name={pick(WORDS.interval)} className="r" />
        </tr>
      </thead>
      {TARGET_USES.map((use) => (
        <Group key={use} use={use} {...props} />
      ))}
    </table>
  );
}

function Head({ name, className, span }: { name: ComponentChildren; className?: string; span?: number }) {
  return (
    <th scope="col" class={className} colSpan={span}>
      {name}
    </th>
  );
}

function Group({ use, rows, chosen, evidence, onChoose, detail }: ScoreTableProps & { readonly use: Target['use'] }) {
  const mine = rows.filter(({ target }) => target.use === use);
  if (mine.length === 0) return null;
  return (
    <tbody data-testid={`scores-${use}`}>
      <tr class="group">
        <th colSpan={COLUMNS} scope="rowgroup">
          <b>{pick(USES[use].name)}</b> <span class="faint">{pick(USES[use].meaning)}</span>
        </th>
      </tr>
      {mine.flatMap((row) => {
        const { id } = row.target;
        const line = <Row key={id} row={row} chosen={id === chosen} evidence={evidence} onChoose={onChoose} />;
        if (id !== chosen || detail === null) return [line];
        return [
          line,
          <tr key={`${id} detail`} class="under">
            <td colSpan={COLUMNS}>{detail}</td>
          </tr>,
        ];
      })}
    </tbody>
  );
}

interface RowProps {
  readonly row: ScoreboardRow;
  readonly chosen: boolean;
  readonly evidence: Evidence;
  readonly onChoose: (id: string) => void;
}

function Cell({ className, children }: { readonly className: string; readonly children: ComponentChildren }) {
  return <td class={className}>{children}</td>;
}

function Row({ row, chosen, evidence, onChoose }: RowProps) {
  const { target, verdict, spread } = row;
  const reader = language.value;
  const unit = nameUnit(target, reader);
  return (
    <tr class={verdict} data-chosen={chosen || undefined} data-testid={`score-${target.id}`}>
      <Cell className="judged">
        <VerdictMark verdict={verdict} named />
      </Cell>
      <th scope="row" class="name">
        <button
          type="button"
          aria-expanded={chosen}
          data-testid={`choose-${target.id}`}
          onClick={() => onChoose(target.id)}
        >
          {pick(target.label)} {unit === '' ? null : <span class="faint">{unit}</span>}
        </button>
      </th>
      <Cell className="sources">
        <SourceChips sources={target.sources} evidence={evidence} />
      </Cell>
      <Cell className="r value">{formatTarget(target, reader)}</Cell>
      <Cell className="tolerance">{formatTolerance(target, reader)}</Cell>
      <Cell className="plot">
        <ScorePlot {...row} />
      </Cell>
      <Cell className="r median-figure">
        <b>{formatFigure(target, spread?.median ?? Number.NaN, reader)}</b>
      </Cell>
      <Cell className="r interval-figure">{formatInterval(target, spread, reader)}</Cell>
    </tr>
  );
}
