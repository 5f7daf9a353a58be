/** Stops the cluster that `global-setup.mjs` started, once. */
export default async function globalTeardown() {
  const stop = globalThis.stopTestCluster;
  globalThis.stopTestCluster = undefined;
  await stop?.();
}
