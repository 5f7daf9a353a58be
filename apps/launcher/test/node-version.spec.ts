import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeOldNode } from '../src/node-version.mjs';
import { fixture, runNode } from './support';

it.each(['v20.19.0', '20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes Node %s', (version) => {
  expect(describeOldNode(version.replace('v', ''))).toBe('');
});

it.each(['20.18.3', '18.20.0', '12.22.12'])('refuses Node %s in one line', (version) => {
  expect(describeOldNode(version)).toMatch(new RegExp(`^✗ .*${version}.*20\\.19[^\\n]*$`));
});

it.each(['start.mjs', 'prepare.mjs'])(
  '%s says so before it loads anything else, and exits with 1',
  async (script) => {
    const run = runNode(
      ['--require', fixture('pretend-node.cjs'), path.join(import.meta.dirname, '..', script)],
      {
        PRETENDED_NODE: '16.20.2',
      },
    );
    expect(await run.exitCode).toBe(1);
    expect(run.output()).toBe(`${describeOldNode('16.20.2')}\n`);
  },
);

it.each(['start.mjs', 'prepare.mjs', 'src/node-version.mjs'])(
  '%s holds no syntax newer than Node 12',
  (file) => {
    const source = readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
    expect(source).not.toMatch(/\?\?|\?\.[a-z[(]|\|\|=|&&=|^\s*await |\bstatic \{|#\w+[(;]|'node:|\d_\d/m);
  },
);
