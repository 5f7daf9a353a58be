import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { judge, type Verdict } from './judge.js';

/** Every case of a file; a file that cannot be read or is no list of cases is one failed case by its own name. */
async function judgeFile(file: string): Promise<Verdict[]> {
  try {
    // npm changes to the package's folder; a path is meant from where it was typed.
    const text = await readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
    const cases: unknown = JSON.parse(text);
    if (!Array.isArray(cases)) throw new TypeError('not a list');
    return cases.map((one, index) => judge(one, `case ${index + 1} of ${file}`));
  } catch (error) {
    const got = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    return [{ name: file, problem: { got, want: 'a JSON list of cases' } }];
  }
}

const files = process.argv.slice(2);
if (files.length === 0) console.error('usage: npm run vectors -- FILE...');
const verdicts = (await Promise.all(files.map(judgeFile))).flat();
for (const { name, problem } of verdicts) {
  console.log(problem ? `FAIL ${name}: got ${problem.got} want ${problem.want}` : `ok ${name}`);
}
const failed = verdicts.filter(({ problem }) => problem !== null).length;
console.log(`${verdicts.length} cases, ${failed} failed`);
if (failed > 0 || files.length === 0) process.exitCode = 1;
