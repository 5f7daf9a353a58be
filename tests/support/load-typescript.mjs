import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Imports a TypeScript module where Node itself cannot: Node 20 does not run TypeScript, and the libraries are used
 * from source.
 *
 * @param {string} file absolute
 * @returns {Promise<any>} the module's exports
 */
export async function loadTypeScript(file) {
  const { module } = await runnerImport(file, {
    root,
    logLevel: 'silent',
    environments: {
      inline: { resolve: { conditions: ['@opsgauge/source', 'node'], noExternal: [/^@opsgauge\//] } },
    },
  });
  return module;
}
