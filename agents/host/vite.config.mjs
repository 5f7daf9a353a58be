import { readFileSync } from 'node:fs';
import { nodeBundle } from '../../apps/launcher/build/node-bundle.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default nodeBundle({
  input: { 'opsgauge-agent': 'src/main.ts' },
  selfContained: true,
  define: { AGENT_VERSION: JSON.stringify(version) },
});
