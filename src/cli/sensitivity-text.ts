import type { Language } from '../core/text.ts';
import { formatAmount } from '../experiment/amounts.ts';
import type { Bounded, Sensitivity } from '../experiment/sensitivity/analysis.ts';
import { rankParameters } from '../experiment/sensitivity/ranking.ts';

const SHOWN = 10;

/** The parameters that matter most, figure by figure. */
export function formatSensitivity(result: Sensitivity, language: Language): string {
  const { runs, failed, method, figures } = result;
  const head =
    language === 'en' ? `${method}: ${runs} runs, ${failed} failed` : `${method}：${runs} 次运行，${failed} 次失败`;
  // Indices of Sobol are shares of a variance: they have no unit.
  const readUnit = (unit: string) => (method === 'morris' ? unit : '');
  const blocks = figures.map((figure) => {
    const ranked = rankParameters(result, figure).slice(0, SHOWN);
    const width = Math.max(...ranked.map(({ key }) => key.length));
    const lines = ranked.map(
      ({ key, place }) =>
        `  ${key.padEnd(width)}  ${Object.entries(figure.measures)
          .map(([name, values]) => `${name} ${formatBounded(values[place], readUnit(figure.unit), language)}`)
          .join('  ')}`,
    );
    return [figure.name, ...lines].join('\n');
  });
  return `${[head, ...blocks].join('\n\n')}\n`;
}

function formatBounded([value, low, high]: Bounded, unit: string, language: Language): string {
  const [middle, from, to] = [value, low, high].map((figure) => formatAmount(figure, unit, language));
  return `${middle} [${from}, ${to}]`;
}
