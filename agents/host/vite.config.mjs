import { readFileSync } from 'node:fs';
import { mergeConfig } from 'vite';
import { nodeBundle } from '../../apps/launcher/build/node-bundle.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default mergeConfig(
  nodeBundle({
    input: { 'opsgauge-agent': 'src/main.ts' },
    selfContained: true,
    define: { AGENT_VERSION: JSON.stringify(version) },
  }),
  // What is imported later (systeminformation) stays in the one file, and is still evaluated only then.
  { build: { rollupOptions: { output: { codeSplitting: false } } } },
);
