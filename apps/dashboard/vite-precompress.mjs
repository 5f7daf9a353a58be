import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressedKinds = /\.(js|css|html|svg|json|map)$/;
/** Below this a packet is sent whatever the size. */
const smallestBytes = 1024;

/** @param {string} file */
async function writeBeside(file) {
  const bytes = await readFile(file);
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: parameters }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
}

/**
 * Writes `.br` and `.gz` beside each built file above 1 KiB, so that the hub sends the best of them without spending
 * its own time on it. Fonts and pictures are packed already.
 *
 * @returns {import('vite').Plugin}
 */
export function precompress() {
  let directory = 'dist';
  return {
    name: 'opsgauge-precompress',
    apply: 'build',
    configResolved: (config) => {
      directory = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const names = await readdir(directory, { recursive: true });
      for (const name of names.filter((one) => compressedKinds.test(one))) {
        const file = path.join(directory, name);
        if ((await stat(file)).size > smallestBytes) await writeBeside(file);
      }
    },
  };
}
