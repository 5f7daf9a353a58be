import { readFileSync } from 'node:fs';
import { nodeBundle } from '../launcher/build/node-bundle.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default nodeBundle({
  input: {
    main: 'src/main.ts',
    'document-worker': 'src/documents/document-worker.ts',
    'fold-worker': 'src/telemetry/hours/fold-worker.ts',
    maintenance: 'src/maintenance.ts',
  },
  define: { SERVER_VERSION: JSON.stringify(version) },
});
