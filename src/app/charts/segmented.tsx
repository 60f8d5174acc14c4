interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly testId: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

/** A choice of few in the head of a chart; where the chart is narrow the style sheet shows the menu instead. */
export function Segmented<Value extends string>({ label, testId, value, options, onChoose }: SegmentedProps<Value>) {
  return (
    <>
      <fieldset class="seg chart-seg" aria-label={label}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            data-testid={`${testId}-${option.value}`}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
      <select
        class="chart-select"
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
