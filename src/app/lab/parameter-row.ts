import { type GUI, NumberController } from 'lil-gui';
import type { Language, Text } from '../../core/text.ts';
import { type EvidenceTables, NO_EVIDENCE } from '../../experiment/evidence.ts';
import { readStartRole, START_ROLE_MEANINGS } from '../../model/start/parameters.ts';
import { describeSource, formatSourceTag, GRADE_MEANINGS, readGrade } from './evidence.ts';
import type { Parameter } from './parameter-search.ts';
import { chooseStep, describeRange, formatValue, parseValue, readPercent } from './parameter-value.ts';
import { readUnit } from './units.ts';
import { WORDS as LAB } from './words.ts';

const WORDS = {
  key: { en: 'Key', 'zh-CN': '键' },
  range: { en: 'Range', 'zh-CN': '范围' },
  source: LAB.source,
  reset: { en: 'Reset', 'zh-CN': '还原' },
  sweep: { en: 'Sweep it', 'zh-CN': '加入扫描' },
  sweepNot: { en: 'Take it out of the sweep', 'zh-CN': '移出扫描' },
  default: { en: 'default', 'zh-CN': '默认' },
  scenario: { en: 'this scenario', 'zh-CN': '本情景' },
} as const satisfies Record<string, Text>;

/** What a row needs to know of the panel that it stands in. */
export interface RowContext {
  readonly language: Language;
  /** Called when the user gives the parameter a value; never while the row itself is told one. */
  readonly onValue: (parameter: Parameter, value: number) => void;
  /** Called when the user puts the parameter into the sweep of the experiment builder, or takes it out. */
  readonly onSweep: (parameter: Parameter, value: number) => void;
}

/** A parameter's row: lil-gui's number controller, with unit, source, grade, a note on bad input and a detail below. */
export class ParameterRow extends NumberController {
  readonly parameter: Parameter;
  /** The value without an override: the tick under the slider, and what *Reset* goes back to. */
  private base: number;
  private readonly context: RowContext;
  private readonly nameButton = document.createElement('button');
  private readonly tick = document.createElement('i');
  private readonly grade = document.createElement('span');
  private readonly note = document.createElement('div');
  private readonly detail = document.createElement('div');
  private tables = NO_EVIDENCE;
  private isSwept = false;

  constructor(folder: GUI, parameter: Parameter, base: number, context: RowContext) {
    // The controller works on an object of its own, so that nothing but the row's callback leaves the panel.
    super(folder, { value: base }, 'value', parameter.min, parameter.max, chooseStep(parameter));
    this.parameter = parameter;
    this.base = base;
    this.context = context;
    this.domElement.classList.add('param');
    this.domElement.dataset.testid = `lab-param-${parameter.key}`;
    this.buildName();
    this.buildWidget();
    this.buildColumns();
    this.onChange((value: number) => {
      this.context.onValue(this.parameter, value);
      this.mark();
    });
    this.mark();
  }

  /** Shows a value that came from elsewhere: a link, a file, a reset. */
  tell(value: number, base: number): void {
    this.base = base;
    if (this.getValue() !== value || this.isWrong()) {
      (this.object as { value: number }).value = value;
      this.complain(null);
      if (document.activeElement !== this.$input) this.updateDisplay();
    }
    this.mark();
  }

  /** Adds what the tables know about the source. */
  tellEvidence(tables: EvidenceTables): void {
    this.tables = tables;
    this.markGrade();
    if (!this.detail.hidden) this.fillDetail();
  }

  /** Marks a parameter that the experiment builder sweeps. */
  tellSwept(isSwept: boolean): void {
    if (this.isSwept === isSwept) return;
    this.isSwept = isSwept;
    this.domElement.classList.toggle('swept', isSwept);
    if (!this.detail.hidden) this.fillDetail();
  }

  isChanged(): boolean {
    return this.getValue() !== this.base;
  }

  override updateDisplay(): this {
    // What was typed and refused stays in sight until it is mended.
    const typed = this.$input.value;
    super.updateDisplay();
    if (this.isWrong()) this.$input.value = typed;
    return this;
  }

  private isWrong(): boolean {
    return this.$input.getAttribute('aria-invalid') === 'true';
  }

  private buildName(): void {
    this.nameButton.type = 'button';
    this.nameButton.textContent = this.parameter.label[this.context.language];
    this.nameButton.title = this.nameButton.textContent;
    this.nameButton.setAttribute('aria-expanded', 'false');
    this.nameButton.addEventListener('click', () => this.toggleDetail());
    this.$name.replaceChildren(this.nameButton);
  }

  private buildWidget(): void {
    this.$input.dataset.testid = `lab-value-${this.parameter.key}`;
    this.$input.inputMode = 'decimal';
    this.tick.setAttribute('aria-hidden', 'true');
    this.$slider.append(this.tick);
    // lil-gui clamps what is typed and turns numbers by the wheel; here bad input is named, and the wheel only scrolls.
    const capture = { capture: true };
    this.domElement.addEventListener('input', (event) => this.readTyped(event), capture);
    this.domElement.addEventListener('wheel', (event) => event.stopPropagation(), { capture: true, passive: true });
    this.domElement.addEventListener('keydown', (event) => this.readKey(event), capture);
  }

  private buildColumns(): void {
    const { parameter, context } = this;
    const unit = document.createElement('span');
    unit.className = 'unit';
    unit.textContent = readUnit(parameter.unit)[context.language];
    unit.title = unit.textContent;
    const source = document.createElement('span');
    source.className = 'src';
    source.textContent = formatSourceTag(parameter.source, context.language);
    this.note.className = 'wrong';
    this.note.id = `${this.$name.id}-note`;
    this.note.hidden = true;
    this.note.setAttribute('role', 'status');
    this.detail.className = 'detail';
    this.detail.id = `${this.$name.id}-detail`;
    this.detail.hidden = true;
    this.nameButton.setAttribute('aria-controls', this.detail.id);
    this.domElement.append(unit, source, this.grade, this.note, this.detail);
    this.markGrade();
  }

  private readTyped(event: Event): void {
    if (event.target !== this.$input) return;
    event.stopPropagation();
    const typed = parseValue(this.parameter, this.$input.value);
    this.complain('expected' in typed ? typed.expected : null);
    if ('value' in typed) this.setValue(typed.value);
  }

  private readKey(event: KeyboardEvent): void {
    if (event.target !== this.$input) return;
    if (event.key === 'Escape') {
      this.complain(null);
      this.$input.value = formatValue(this.getValue());
    }
    // Stepping from a value that was refused starts at the one in force.
    if (event.key.startsWith('Arrow') && this.isWrong()) {
      this.complain(null);
      this.$input.value = formatValue(this.getValue());
    }
  }

  private complain(expected: Text | null): void {
    this.$input.setAttribute('aria-invalid', String(expected !== null));
    this.note.hidden = expected === null;
    if (expected === null) {
      this.$input.removeAttribute('aria-describedby');
      return;
    }
    const range = expected[this.context.language];
    const kept = formatValue(this.getValue());
    this.note.textContent =
      this.context.language === 'en'
        ? `Expected ${range}. The run still uses ${kept}.`
        : `应为${range}。运行仍用 ${kept}。`;
    this.$input.setAttribute('aria-describedby', this.note.id);
  }

  private mark(): void {
    this.domElement.classList.toggle('changed', this.isChanged());
    this.domElement.style.setProperty('--v', String(readPercent(this.parameter, this.getValue())));
    this.domElement.style.setProperty('--d', String(readPercent(this.parameter, this.base)));
    if (!this.detail.hidden) this.fillDetail();
  }

  private markGrade(): void {
    const grade = readGrade(this.parameter.source, this.tables.findingGrades);
    this.grade.className = `grade ${grade ?? 'none'}`;
    this.grade.textContent = grade ?? '·';
    this.grade.title = grade
      ? GRADE_MEANINGS[grade][this.context.language]
      : describeSource(this.parameter.source, this.tables.evidence, this.context.language);
  }

  private toggleDetail(): void {
    this.detail.hidden = !this.detail.hidden;
    this.nameButton.setAttribute('aria-expanded', String(!this.detail.hidden));
    if (!this.detail.hidden) this.fillDetail();
  }

  private fillDetail(): void {
    const { language } = this.context;
    const { key, meaning, unit, source, default: byDefault } = this.parameter;
    const grade = readGrade(source, this.tables.findingGrades);
    const said = describeSource(source, this.tables.evidence, language);
    const range = [
      `${describeRange(this.parameter)[language]} ${readUnit(unit)[language]}`,
      `${WORDS.default[language]} ${formatValue(byDefault)}`,
      ...(this.base === byDefault ? [] : [`${WORDS.scenario[language]} ${formatValue(this.base)}`]),
    ];
    const sources = [
      grade === null ? said : [source, said].filter(Boolean).join(' · '),
      ...(grade === null ? [] : [GRADE_MEANINGS[grade][language]]),
    ];
    const list = document.createElement('dl');
    appendTerm(list, WORDS.key[language], key).className = 'mono';
    const rangeItem = appendTerm(list, WORDS.range[language], range.join(' · '));
    if (this.isChanged()) rangeItem.append(' ', this.createReset());
    appendTerm(list, WORDS.source[language], sources.join(' · '));
    const text = document.createElement('p');
    const role = readStartRole(key);
    text.textContent = [meaning, ...(role === null ? [] : [START_ROLE_MEANINGS[role]])]
      .map((part) => part[language])
      .join(' ');
    this.detail.replaceChildren(text, list, this.createSweep());
  }

  private createSweep(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn reset';
    button.textContent = (this.isSwept ? WORDS.sweepNot : WORDS.sweep)[this.context.language];
    button.setAttribute('aria-pressed', String(this.isSwept));
    button.dataset.testid = `lab-sweep-${this.parameter.key}`;
    button.addEventListener('click', () => {
      this.context.onSweep(this.parameter, this.getValue());
      this.nameButton.focus();
    });
    return button;
  }

  private createReset(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn reset';
    button.textContent = WORDS.reset[this.context.language];
    button.dataset.testid = `lab-reset-${this.parameter.key}`;
    button.addEventListener('click', () => {
      this.complain(null);
      this.setValue(this.base);
      this.nameButton.focus();
    });
    return button;
  }
}

function appendTerm(list: HTMLDListElement, term: string, description: string): HTMLElement {
  const dt = document.createElement('dt');
  const dd = document.createElement('dd');
  dt.textContent = term;
  dd.textContent = description;
  list.append(dt, dd);
  return dd;
}
