import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Node 20 does not run TypeScript, and the libraries are used from source: `node run-typescript.mjs FILE.ts ARGUMENT...`
const root = fileURLToPath(new URL('../..', import.meta.url));
const [file, ...programArguments] = process.argv.slice(2);
if (!file) {
  console.error('usage: node run-typescript.mjs FILE.ts [ARGUMENT...]');
  process.exit(2);
}
const program = resolve(file);
process.argv = [process.argv[0], program, ...programArguments];

await runnerImport(program, {
  root,
  logLevel: 'silent',
  environments: {
    inline: { resolve: { conditions: ['@opsgauge/source', 'node'], noExternal: [/^@opsgauge\//] } },
  },
});
