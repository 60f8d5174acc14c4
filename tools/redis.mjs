import { findProgram, installPackages } from './programs.mjs';

/** Path of the system's Redis server, or undefined. `REDIS_SERVER` in the environment names another one. */
export function findRedis() {
  return process.env.REDIS_SERVER ?? findProgram(['redis-server', 'valkey-server']);
}

/** Installs a Redis server where it is missing and can be had. */
export function ensureRedis() {
  if (findRedis() === undefined) installPackages(['redis-server']);
  return findRedis();
}
