import type { Language } from '../../core/text.ts';
import { REASON, REASONS } from '../../model/reasons.ts';
import { findMainCauses, type Interview } from '../why.ts';

/** Names that an interview speaks of, in the reader’s language. */
export interface InterviewNames {
  readonly experience: string;
  readonly from: string;
  /** `null` where the person went to no other broker. */
  readonly to: string | null;
  readonly when: string;
}

function nameReason(reason: number, language: Language): string {
  const label = REASONS[reason].label[language];
  return language === 'en' && label !== 'AI advice' ? label.toLowerCase() : label;
}

/** What somebody would say who left: plain sentences from the numbers recorded when they decided. */
export function describeInterview(interview: Interview, names: InterviewNames, language: Language): string {
  const parts = language === 'en' ? speakEnglish(interview, names) : speakChinese(interview, names);
  return parts.filter(Boolean).join(language === 'en' ? ' ' : '');
}

function speakEnglish(interview: Interview, { experience, from, to, when }: InterviewNames): string[] {
  const { ageYears, tenureMonths, against, causes, reason } = interview;
  const who = `I am ${ageYears}; experience: ${experience.toLowerCase()}.`;
  const stay = `After ${tenureMonths} ${tenureMonths === 1 ? 'month' : 'months'}`;
  const did = to === null ? `${stay} I left ${from} in ${when}.` : `${stay} I moved from ${from} to ${to} in ${when}.`;
  if (causes.length === 0) {
    const cause = reason === REASON.chance ? 'Nothing in particular pushed me' : nameReason(reason, 'en');
    return [who, did, `${capitalise(cause)}.`];
  }
  const held =
    against === null || against === REASON.chance ? '' : `${capitalise(nameReason(against, 'en'))} held me back most.`;
  return [who, did, weighEnglish(interview), held];
}

function weighEnglish({ causes, against }: Interview): string {
  const chance = causes.find(({ reason }) => reason === REASON.chance)?.percent ?? 0;
  const main = findMainCauses(causes);
  if (main.length === 0) return `It was all chance (${chance}%).`;
  const names = main.map(({ reason }) => nameReason(reason, 'en'));
  const figures = main.map(({ percent }) => `${percent}%`).join(' and ');
  if (chance > main[0].percent) {
    const weight = chance > 50 ? 'Mostly chance' : 'First of all chance';
    return `${weight} (${chance}%), then ${names.join(' and ')} (${figures}).`;
  }
  const said =
    names.length > 1
      ? `${capitalise(joinEnglish(names))} weighed about equally (${figures})`
      : `${capitalise(names[0])} weighed most (${figures})`;
  if (chance > 0) return `${said}; ${chance}% was chance.`;
  return against === REASON.chance ? `${said}; chance held me back most.` : `${said}; chance played no part.`;
}

function joinEnglish(names: readonly string[]): string {
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function speakChinese(interview: Interview, { experience, from, to, when }: InterviewNames): string[] {
  const { ageYears, tenureMonths, against, causes, reason } = interview;
  const who = `我 ${ageYears} 岁，经验：${experience}。`;
  const did =
    to === null
      ? `在${from} ${tenureMonths} 个月后，${when}离开。`
      : `在${from} ${tenureMonths} 个月后，${when}转到${to}。`;
  if (causes.length === 0) {
    return [who, did, reason === REASON.chance ? '没有什么特别的推力。' : `原因：${nameReason(reason, 'zh-CN')}。`];
  }
  const held = against === null || against === REASON.chance ? '' : `最留我的是${nameReason(against, 'zh-CN')}。`;
  return [who, did, weighChinese(interview), held];
}

function weighChinese({ causes, against }: Interview): string {
  const chance = causes.find(({ reason }) => reason === REASON.chance)?.percent ?? 0;
  const main = findMainCauses(causes);
  if (main.length === 0) return `全是偶然（${chance}%）。`;
  const names = main.map(({ reason }) => nameReason(reason, 'zh-CN')).join('与');
  const figures = main.map(({ percent }) => `${percent}%`).join('与 ');
  if (chance > main[0].percent) {
    return `${chance > 50 ? '多半是偶然' : '首先是偶然'}（${chance}%），其次是${names}（${figures}）。`;
  }
  const said = main.length > 1 ? `${names}的分量相差无几（${figures}）` : `${names}分量最重（${figures}）`;
  if (chance > 0) return `${said}；${chance}% 是偶然。`;
  return against === REASON.chance ? `${said}；最留我的是偶然。` : `${said}；没有偶然成分。`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
