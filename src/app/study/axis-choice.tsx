import type { Language } from '../../core/text.ts';
import { Caret } from '../controls/icon.tsx';
import { nameSwept } from './study-formats.ts';
import type { Study } from './study-state.ts';

interface AxisChoiceProps {
  readonly study: Study;
  readonly testId: string;
  readonly label: string;
  readonly face: string;
  /** Position among the swept parameters. */
  readonly value: number;
  readonly onChoose: (axis: number) => void;
  readonly language: Language;
}

/** Which of the swept parameters a chart shows; nothing to choose where there is one. */
export function AxisChoice({ study, testId, label, face, value, onChoose, language }: AxisChoiceProps) {
  const { keys } = study.design.points;
  if (keys.length < 2) return null;
  return (
    <label class="btn lab-choice">
      {face}
      <Caret />
      <select
        aria-label={label}
        data-testid={testId}
        value={value}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {keys.map((key, axis) => (
          <option key={key} value={axis}>
            {nameSwept(key, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
