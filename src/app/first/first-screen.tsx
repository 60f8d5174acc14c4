import { useLayoutEffect, useRef } from 'preact/hooks';
import { GLYPHS, type GlyphName } from '../controls/icon.tsx';
import { formatMonth, formatShare } from '../format.ts';
import { language } from '../preferences.ts';
import { playMap } from './first-player.ts';
import { bet, failureCause, mapMonth, mapMonths, mapPlaying, result, stage, visit } from './first-state.ts';
import type { Way } from './first-ways.ts';
import {
  ANSWERS,
  describeFailure,
  describeLeader,
  describeRunning,
  describeSample,
  describeSeeds,
  describeToday,
  describeWhy,
  fillName,
  findLeader,
  shortenName,
  WORDS,
} from './first-words.ts';
import { measureAnswer } from './measure-answer.ts';

interface FirstScreenProps {
  /** Runs the market with the cut; the engine is fetched for it. */
  readonly onAnswer: () => void;
  readonly onStop: () => void;
  readonly onLeave: (way: Way) => void;
}

function pickWord(key: keyof typeof WORDS): string {
  return WORDS[key][language.value];
}

function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
      <path d={GLYPHS[name]} />
    </svg>
  );
}

function readName(broker: number): string {
  return shortenName(visit.value!.run.brokers[broker].name, language.value);
}

/** One question, three answers, and what came of it. The words of the question stand in the page before any script runs. */
export function FirstAnswers({ onAnswer, onStop, onLeave }: FirstScreenProps) {
  const shown = visit.value;
  if (shown === null) return null;
  const { run, question } = shown;
  const answers = question.answers.map((id) => run.brokers.findIndex((broker) => broker.id === id));
  const measured = answers.map((broker) => measureAnswer(question, broker));
  const longest = Math.max(...measured.map(({ high }) => high));
  const isAnswered = stage.value === 'answered';
  return (
    <div data-stage={stage.value} data-testid="first-question">
      <fieldset class="answers" aria-label={pickWord('answers')}>
        {answers.map((broker, k) => (
          <button
            key={broker}
            type="button"
            class="answer"
            aria-pressed={bet.value === question.answers[k]}
            disabled={stage.value !== 'ask' && stage.value !== 'failed'}
            style={{ '--c': `var(${ANSWERS[k].colour})` }}
            data-testid={`first-answer-${k}`}
            onClick={() => {
              bet.value = question.answers[k];
              onAnswer();
            }}
          >
            <Glyph name={ANSWERS[k].glyph} />
            <span>{fillName(ANSWERS[k].name, readName(broker), language.value)}</span>
            <span class="end">
              {bet.value === question.answers[k] ? <span class="tag">{pickWord('yourAnswer')}</span> : null}
              {isAnswered ? (
                <b class="num">{formatShare(measured[k].median, language.value)}</b>
              ) : (
                <span class="faint num">{describeToday(run.shares[0][broker] / 10_000, language.value)}</span>
              )}
            </span>
            {isAnswered ? (
              <span class="meter" aria-hidden="true">
                <i style={{ width: `${(measured[k].median / longest) * 100}%` }} />
                <u
                  style={{
                    left: `${(measured[k].low / longest) * 100}%`,
                    width: `${((measured[k].high - measured[k].low) / longest) * 100}%`,
                  }}
                />
              </span>
            ) : null}
          </button>
        ))}
      </fieldset>
      <div class="outcome" role="status">
        <Outcome onAnswer={onAnswer} onStop={onStop} />
      </div>
      {isAnswered ? (
        <div class="ways">
          <button type="button" class="btn fill" data-testid="first-change" onClick={() => onLeave('change')}>
            {pickWord('changeOne')}
          </button>
          <button type="button" class="btn line" data-testid="first-follow" onClick={() => onLeave('follow')}>
            {pickWord('follow')}
          </button>
          <button type="button" class="btn line" data-testid="first-compare" onClick={() => onLeave('compare')}>
            {pickWord('compare')}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function readMonthName(): string {
  return formatMonth(visit.value!.run.startMonth + Math.max(0, mapMonth.value - 1), language.value);
}

function Outcome({ onAnswer, onStop }: Pick<FirstScreenProps, 'onAnswer' | 'onStop'>) {
  const { run, question } = visit.value!;
  switch (stage.value) {
    case 'ask':
      return <p class="hint">{pickWord('choose')}</p>;
    case 'running':
      return (
        <p class="hint" data-testid="first-running">
          {describeRunning(readMonthName(), language.value)}{' '}
          <button type="button" class="btn" data-testid="first-stop" onClick={onStop}>
            {pickWord('stop')}
          </button>
        </p>
      );
    case 'failed':
      return (
        <p class="failed" data-testid="first-failed">
          {describeFailure(failureCause.value, language.value)}{' '}
          <button type="button" class="btn line" data-testid="first-retry" onClick={onAnswer}>
            {pickWord('retry')}
          </button>
        </p>
      );
    default: {
      const leader = findLeader(question);
      const isStill = run.shares[0][leader.broker] === Math.max(...run.shares[0]);
      const cutter = run.brokers.findIndex(({ id }) => id === question.cut.broker);
      return (
        <div class="result">
          <p data-testid="first-result">
            <b>{describeLeader(readName(leader.broker), isStill, language.value)}</b>
            {describeSeeds(leader.seeds, question.shares.length, language.value)}
          </p>
          <p data-testid="first-why">{describeWhy(readName(cutter), result.value!, language.value)}</p>
        </div>
      );
    }
  }
}

/** The moving map with its pause, its month and how many are drawn. */
export function FirstMapPanel() {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Not after the next frame, as other effects: a graphics process that still starts may keep that waiting.
  useLayoutEffect(
    () => playMap(canvas.current!, () => visit.value!.run.brokers.map(({ name }) => shortenName(name, language.value))),
    [],
  );
  const { run, question } = visit.value!;
  const last = stage.value === 'ask' ? run.months : question.months;
  const at = Math.min(mapMonth.value, last);
  const playLabel = pickWord(mapPlaying.value ? 'pause' : 'play');
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={pickWord('map')} data-testid="first-map" data-month={at} />
      <div class="run">
        <button
          type="button"
          class="btn line icon"
          aria-label={playLabel}
          title={playLabel}
          data-testid="first-pause"
          onClick={() => {
            const isOver = mapMonth.peek() + 1 >= mapMonths.peek().length;
            if (!mapPlaying.peek() && isOver) mapMonth.value = 0;
            mapPlaying.value = !mapPlaying.peek();
          }}
        >
          <Glyph name={mapPlaying.value ? 'pause' : 'play'} />
        </button>
        <span class="num">{readMonthName()}</span>
        <div
          class="bar"
          role="progressbar"
          aria-label={pickWord('progress')}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={at}
        >
          <i style={{ width: `${(at / last) * 100}%` }} />
        </div>
        <span class="faint not-phone">{describeSample(run.people.broker.length, run.agents, language.value)}</span>
      </div>
    </>
  );
}

/** The head of the first screen: ways on for whoever needs no question. */
export function FirstHeader({ onLeave }: Pick<FirstScreenProps, 'onLeave'>) {
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <span class="grow" />
      <button type="button" class="btn" data-testid="first-market" onClick={() => onLeave('market')}>
        {pickWord('straight')}
      </button>
      <button type="button" class="btn not-phone" data-testid="first-lab" onClick={() => onLeave('lab')}>
        {pickWord('lab')}
      </button>
      <button
        type="button"
        class="btn"
        lang={other}
        data-testid="first-language"
        onClick={() => {
          language.value = other;
        }}
      >
        {other === 'en' ? 'EN' : '中文'}
      </button>
    </>
  );
}
