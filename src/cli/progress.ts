import type { Host } from './host.ts';

const WIDTH = 24;
const ERASE_LINE = '\r\u001b[K';

/** A bar on the terminal that knows the time left. Writes nothing where nobody watches. */
export interface Progress {
  /** @param total where more has turned up than was known at first */
  show(done: number, total?: number): void;
  end(): void;
}

export function createProgress(host: Host, total: number, isQuiet: boolean): Progress {
  if (!host.isTerminal || isQuiet) return { show() {}, end() {} };
  const started = host.readClock();
  return {
    show(done, all = total) {
      const filled = Math.round((WIDTH * done) / all);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      const secondsLeft = Math.ceil(((host.readClock() - started) / done / 1000) * (all - done));
      const left = host.language === 'en' ? `${secondsLeft} s left` : `剩余 ${secondsLeft} 秒`;
      host.writeError(`${ERASE_LINE}${bar} ${done}/${all} · ${left}`);
    },
    end() {
      host.writeError(ERASE_LINE);
    },
  };
}
