import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { judge } from './judge.js';

const folder = resolve('tests/vectors');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const cases = files.flatMap((file) =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name: string }[]).map(
    (one) => [file, one.name, one] as const,
  ),
);

describe('known answers', () => {
  it.each(cases)('%s: %s', (_file, name, one) => {
    expect(judge(one, 'nameless')).toEqual({ name, problem: null });
  });

  it('have names of their own', () => {
    const names = cases.map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('npm run vectors', () => {
  let scratch: string;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'opsgauge-vectors-'));
  });
  afterAll(() => rm(scratch, { recursive: true }));

  const run = (...paths: string[]) =>
    new Promise<{ code: unknown; lines: string[]; stderr: string }>((done) => {
      const program = ['tests/support/run-typescript.mjs', 'tests/vectors/run.ts', ...paths];
      execFile(process.execPath, program, (error, stdout, stderr) =>
        done({ code: error?.code ?? 0, lines: stdout.trimEnd().split('\n'), stderr }),
      );
    });
  const write = async (name: string, text: string) => {
    await writeFile(join(scratch, name), text);
    return join(scratch, name);
  };

  it('prints a line a case and the count, and exits 0', async () => {
    const { code, lines } = await run(...files.map((file) => join(folder, file)));
    expect(lines).toEqual([...cases.map(([, name]) => `ok ${name}`), `${cases.length} cases, 0 failed`]);
    expect(code).toBe(0);
  });

  it('is the script of that name', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(scripts.vectors).toMatch(/&& node tests\/support\/run-typescript\.mjs tests\/vectors\/run\.ts$/);
  });

  it('exits 1 on a wrong expectation, and still tells of the others', async () => {
    const right = { name: 'right', window: [0, 10], down: [[0, 5]], expect: { availabilityPercent: '50' } };
    const wrong = { ...right, name: 'wrong', expect: { availabilityPercent: '51' } };
    const { code, lines } = await run(await write('wrong.json', JSON.stringify([wrong, right])));
    expect(lines).toEqual([
      'FAIL wrong: got availabilityPercent 50.0000 want availabilityPercent 51',
      'ok right',
      '2 cases, 1 failed',
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ['is not there', undefined],
    ['is no JSON', '[{'],
    ['is no list', '{}'],
  ])('exits 1 when a file %s, and still reads the others', async (reason, text) => {
    const bad = text === undefined ? join(scratch, 'absent.json') : await write(`${reason}.json`, text);
    const { code, lines } = await run(bad, join(folder, files[0]!));
    expect(lines[0]).toContain(`FAIL ${bad}: got `);
    expect(lines.at(-1)).toMatch(/^\d+ cases, 1 failed$/);
    expect(code).toBe(1);
  });

  it('exits 1 without a file', async () => {
    const { code, lines, stderr } = await run();
    expect(lines).toEqual(['0 cases, 0 failed']);
    expect(stderr).toContain('usage');
    expect(code).toBe(1);
  });
});
