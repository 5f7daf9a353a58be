import { readFileSync } from 'node:fs';
import { mergeConfig } from 'vite';
import { nodeBundle } from '../../apps/launcher/build/node-bundle.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** One character beyond Latin-1 would double the memory that the program's text takes. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

/** The folder above it is of ES modules; where the file is fetched to, no such note is needed. */
const noteOfKind = {
  name: 'note-of-kind',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

export default mergeConfig(
  nodeBundle({
    input: { 'opsgauge-agent': 'src/main.ts' },
    selfContained: true,
    define: { AGENT_VERSION: JSON.stringify(version) },
  }),
  {
    plugins: [asciiOnly, noteOfKind],
    build: {
      rollupOptions: {
        output: {
          // Node's loader of ES modules takes 2 MB, and 3 where it first has to find out which kind a file is.
          format: 'cjs',
          // What is imported later (zod, systeminformation) stays in the one file, and is still evaluated only then.
          codeSplitting: false,
          // The text of the program stays in memory; names are kept for what it says of an error.
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
);
