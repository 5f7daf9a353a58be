import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

// node at-once.mjs SCRIPT SCRIPT...
const scripts = process.argv.slice(2);
if (!scripts.length) {
  console.error('usage: node at-once.mjs SCRIPT [SCRIPT...], each a script of package.json');
  process.exit(2);
}

/**
 * Runs a script of package.json, and prints in one piece what it said once it has ended: what runs beside it would
 * otherwise stand between its lines.
 *
 * @param {string} script
 * @returns {Promise<boolean>} whether it succeeded
 */
async function run(script) {
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text));
  }
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`\n${code === 0 ? '✓' : '✗'} ${script}  ${seconds} s\n${said}`);
  return code === 0;
}

const isGood = await Promise.all(scripts.map(run));
process.exitCode = isGood.every(Boolean) ? 0 : 1;
