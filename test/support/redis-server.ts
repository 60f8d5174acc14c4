import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis } from '../../tools/redis.mjs';

/** A Redis of this test alone, on the loopback interface, that writes down everything it is told. */
export interface RedisServer {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it as a machine does that loses power, but for its disk. */
  kill(): Promise<void>;
  /** Ends it and takes its files away. */
  remove(): Promise<void>;
}

/** Path of the server, or undefined where there is none: tests of the queue then say that they are skipped. */
export const REDIS = findRedis();

export async function createRedisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'brokerscape-redis-'));
  const port = await findFreePort();
  let server: ChildProcess | null = null;
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', ''];

  async function kill(): Promise<void> {
    const ending = server;
    server = null;
    if (ending === null || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      server = spawn(REDIS as string, words, { stdio: 'ignore' });
      for (let tries = 0; !(await doesListen(port)); tries++) {
        if (tries > 200) throw new Error(`Redis does not listen on port ${port}.`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    kill,
    async remove() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function doesListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
