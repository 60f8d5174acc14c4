import type { ComponentChildren } from 'preact';
import { formatProblem, type Problem } from '../../core/result.ts';
import { say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { failure, linkProblems } from '../store.ts';
import { retryScenario } from '../store-link.ts';
import { resumeRuns } from '../store-runs.ts';
import { announcement, hideToast, toast } from './announcements.ts';
import { copyCommand } from './copying.ts';
import { Icon } from './icon.tsx';

function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map((problem) => {
        const line = formatProblem(problem, language.value);
        return <li key={line}>{line}</li>;
      })}
    </ul>
  );
}

interface BannerProps {
  readonly testId: string;
  readonly tone: 'bad' | 'warn';
  readonly title: string;
  readonly children: ComponentChildren;
}

function Banner({ testId, tone, title, children }: BannerProps) {
  return (
    <div class={`banner ${tone}`} role="alert" data-testid={testId}>
      <Icon name="warn" />
      <div class="grow">
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}

function FailureBanner() {
  const failed = failure.value;
  if (failed === null) return null;
  if (failed.kind === 'scenario') {
    return (
      <Banner testId="failure" tone="bad" title={say('scenarioFailed')}>
        <ProblemList problems={failed.problems} />
        <div class="row">
          <button type="button" class="btn line" data-testid="try-again" onClick={retryScenario}>
            {say('tryAgain')}
          </button>
        </div>
      </Banner>
    );
  }
  return (
    <Banner testId="failure" tone="bad" title={say('engineFailed')}>
      <p class="cause">{failed.message}</p>
      <div class="row">
        <button type="button" class="btn line" data-testid="try-again" onClick={resumeRuns}>
          {say('tryAgain')}
        </button>
        <button type="button" class="btn" data-testid="copy-replay" onClick={copyCommand}>
          <Icon name="copy" />
          {say('copyReplay')}
        </button>
      </div>
    </Banner>
  );
}

function LinkBanner() {
  if (linkProblems.value.length === 0) return null;
  return (
    <Banner testId="link-problems" tone="warn" title={say('linkProblems')}>
      <ProblemList problems={linkProblems.value} />
      <div class="row">
        <button
          type="button"
          class="btn line"
          data-testid="dismiss"
          onClick={() => {
            linkProblems.value = [];
          }}
        >
          {say('dismiss')}
        </button>
      </div>
    </Banner>
  );
}

function ToastLine() {
  const shown = toast.value;
  if (shown === null) return null;
  const { text, action } = shown;
  return (
    <div class="toast" data-testid="toast">
      <span>{text}</span>
      {action ? (
        <button
          type="button"
          class="btn"
          data-testid="toast-action"
          onClick={() => {
            hideToast();
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
    </div>
  );
}

/** What went wrong, what was noticed, and what is said aloud. */
export function Notices() {
  return (
    <>
      <div class="banners">
        <FailureBanner />
        <LinkBanner />
      </div>
      <ToastLine />
      <p class="vh" aria-live="polite" data-testid="live">
        {announcement.value}
      </p>
    </>
  );
}
