import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles one source file of the agent as it is bundled for delivery, so that a test can run it as a process.
 * @param source relative to src
 * @returns the bundle's path
 */
export const bundle = (source: string, outputFolder: string): string => {
  const script = `
    const { build } = await import('vite');
    const { default: config } = await import('./vite.config.mjs');
    config.build.outDir = process.env.OUTPUT_FOLDER;
    config.build.rollupOptions.input = { program: 'src/' + process.env.SOURCE };
    await build({ ...config, configFile: false, logLevel: 'error' });`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectFolder,
    env: { ...process.env, NODE_OPTIONS: '', OUTPUT_FOLDER: outputFolder, SOURCE: source },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(outputFolder, 'program.js');
};
