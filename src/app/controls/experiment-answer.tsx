import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../core/text.ts';
import { composeAnswer } from '../../experiment/answer-text.ts';
import type { Answer, AnswerFile } from '../../experiment/answers.ts';
import type { ExperimentFile } from '../../experiment/experiment-file.ts';
import { say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { fetchJson } from '../scenario-source.ts';
import { scenario } from '../store.ts';
import { copyText } from './copying.ts';

type Fetched = { readonly kind: 'waiting' | 'failed' } | { readonly kind: 'known'; readonly answer: Answer | null };

/** The paragraph that the computed figures make, with what they come from and the line that computes them again. */
export function ExperimentAnswer({ file }: { readonly file: ExperimentFile }) {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'waiting' });
  useEffect(() => {
    fetchJson<AnswerFile>('data/answers.json').then((read) => {
      if (!read.ok) setFetched({ kind: 'failed' });
      else setFetched({ kind: 'known', answer: read.value.answers.find(({ id }) => id === file.id) ?? null });
    });
  }, [file.id]);
  if (fetched.kind === 'waiting') return <p class="answer">{say('loading')}</p>;
  const answer = fetched.kind === 'known' ? fetched.answer : null;
  const command =
    answer?.command ?? `npm run -s sim -- experiment ${file.id} --seeds ${file.seeds} --agents ${file.agents}`;
  const names = new Map<string, Text>(scenario.value?.scenario.brokers.map(({ id, name }) => [id, name]));
  return (
    <div class="answer" data-testid="answer">
      {answer === null ? (
        <p>{say(fetched.kind === 'failed' ? 'answerFailed' : 'answerMissing')}</p>
      ) : (
        <>
          <p data-testid="answer-text">{composeAnswer(file, answer, names, language.value)}</p>
          <p class="note">
            {say('answerFrom', { seeds: String(answer.seeds), agents: answer.agents.toLocaleString(language.value) })}
          </p>
        </>
      )}
      <p class="mono">{command}</p>
      <button
        type="button"
        class="btn line"
        data-testid="answer-command"
        onClick={() => copyText(command, say('commandCopied'))}
      >
        {say('answerCommand')}
      </button>
    </div>
  );
}
