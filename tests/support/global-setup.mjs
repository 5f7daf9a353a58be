import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

/** Starts PostgreSQL for all test files. Several jest projects name this file; the first of them does it for all. */
export default async function globalSetup() {
  globalThis.stopTestCluster ??= await start();
}

async function start() {
  const { startCluster } = await loadTypeScript(
    fileURLToPath(new URL('database-cluster.ts', import.meta.url)),
  );
  return startCluster();
}
