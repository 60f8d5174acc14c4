import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import * as v from 'valibot';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { RunOrder, RunReport } from '../../experiment/run-order.ts';
import { formatGot } from '../../experiment/scenario-schema.ts';
import { restoreFigures } from '../../experiment/sweep/finished-run.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';

/** Where runs of this engine wait. Another version has another queue, so that no machine takes up what it would do differently. */
export const QUEUE_NAME = `brokerscape-${ENGINE_VERSION}`;

/** Reports that nobody has fetched are forgotten after a week: their sweep was given up. */
export const KEPT_REPORTS = { age: 7 * 24 * 3600 };

/** Milliseconds in which a queue has to answer at first. */
const FIRST_ANSWER = 5000;

/** What a machine hands back: JSON, so that a figure that there is not is `null`. */
export interface QueueResult {
  readonly engineVersion: string;
  readonly values?: readonly (readonly (number | null)[])[];
  readonly stateHash?: string;
  readonly error?: string;
}

const FIGURES = v.array(v.nullable(v.number()));
const RESULT_SCHEMA = v.union([
  v.object({
    engineVersion: v.string(),
    values: v.array(FIGURES),
    stateHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  v.object({ engineVersion: v.string(), error: v.string() }),
]);

export function packReport(report: RunReport): QueueResult {
  return {
    engineVersion: ENGINE_VERSION,
    ...(report.ok ? { values: report.values, stateHash: report.stateHash } : { error: report.error }),
  };
}

/** The report in a result, or why it cannot be taken. */
export function unpackReport(result: unknown): { report: RunReport } | { refusal: string } {
  const read = v.safeParse(RESULT_SCHEMA, result);
  if (!read.success) return { refusal: 'a result that is none' };
  const { output } = read;
  if (output.engineVersion !== ENGINE_VERSION) return { refusal: `a result of engine ${output.engineVersion}` };
  return {
    report:
      'error' in output
        ? { ok: false, error: output.error }
        : { ok: true, values: output.values.map(restoreFigures), stateHash: output.stateHash },
  };
}

/** The same order has the same name, whoever places it and however often: so nothing is done twice. */
export function nameOrder(order: RunOrder): string {
  return createHash('sha256')
    .update(JSON.stringify([ENGINE_VERSION, order]))
    .digest('hex');
}

/** A connection that waits for its server as long as it takes, once that has answered. */
export async function connect(url: string): Promise<Result<Redis>> {
  const complain = (got: string) =>
    fail([
      {
        path: '--queue',
        expected: {
          en: 'a Redis that answers, as redis://host:port',
          'zh-CN': '可连接的 Redis，形如 redis://主机:端口',
        },
        got,
      },
    ]);
  if (!/^rediss?:\/\/[^/]/.test(url)) return complain(formatGot(url));
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: FIRST_ANSWER });
  // What goes wrong is told by the promise; without a listener it would be printed as well.
  probe.on('error', () => {});
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    return complain((error as Error).message || 'no answer');
  } finally {
    probe.disconnect();
  }
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  return succeed(connection);
}

/** Milliseconds that a server has to hear a farewell; one that is away never does. */
const FAREWELL = 1000;

export async function closeWithin(...closing: readonly Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FAREWELL);
  });
  await Promise.race([Promise.allSettled(closing), tooLong]);
  clearTimeout(timer);
}
