import { defineConfig } from 'vite';

/**
 * The one Vite configuration of every Node bundle. Vite rather than esbuild: it emits the decorator metadata that
 * Nest and TypeORM read (`emitDecoratorMetadata` of tsconfig.base.json).
 *
 * @param {{ input: Record<string, string>, selfContained?: boolean, define?: Record<string, string> }} options
 *   `selfContained`: bundle every dependency, so that the file runs where nothing is installed.
 */
export const nodeBundle = ({ input, selfContained = false, define = {} }) =>
  defineConfig({
    appType: 'custom',
    publicDir: false,
    define,
    resolve: { conditions: ['@opsgauge/source'] },
    ssr: {
      noExternal: selfContained ? true : [/^@opsgauge\//],
      resolve: {
        conditions: ['@opsgauge/source', 'module', 'node', 'import', 'default'],
        externalConditions: ['node'],
      },
    },
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist',
      emptyOutDir: true,
      minify: false,
      sourcemap: !selfContained,
      rollupOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js', format: 'es' },
      },
    },
  });
