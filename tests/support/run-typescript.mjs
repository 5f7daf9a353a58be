import { resolve } from 'node:path';
import { loadTypeScript } from './load-typescript.mjs';

// node run-typescript.mjs FILE.ts ARGUMENT...
const [file, ...programArguments] = process.argv.slice(2);
if (!file) {
  console.error('usage: node run-typescript.mjs FILE.ts [ARGUMENT...]');
  process.exit(2);
}
const program = resolve(file);
process.argv = [process.argv[0], program, ...programArguments];
await loadTypeScript(program);
