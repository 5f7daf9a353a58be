import { Backoff } from '../src/backoff.mjs';
import { toLocalUrl } from '../src/hub-address.mjs';
import { Problem } from '../src/problem.mjs';
import { Screen } from '../src/screen.mjs';
import { waitFor } from './support';

it('waits 0.2 s, doubling to 10 s, and anew after 30 s of life', () => {
  const backoff = new Backoff();
  const delays = [0, 1, 2, 3, 4, 5, 6, 7].map(() => backoff.next(100));
  expect(delays).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
  expect(backoff.next(30_000)).toBe(200);
  expect(backoff.next(29_999)).toBe(400);
});

it.each([
  ['http://0.0.0.0:8080', 'http://127.0.0.1:8080'],
  ['http://[::]:8080/', 'http://127.0.0.1:8080'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['https://10.1.2.3:443', 'https://10.1.2.3'],
])('reaches a hub that listens at %s by %s', (told, local) => {
  expect(toLocalUrl(told)).toBe(local);
});

describe('the screen', () => {
  const collect = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, stream: { isTTY, write: (text: string) => written.push(text) } };
  };
  const slowStep = async (isTTY: boolean) => {
    const { written, stream } = collect(isTTY);
    await new Screen(stream).step('构建', 'Building', () => waitFor('progress', () => written.length > 0));
    return written.join('');
  };

  it('counts the seconds of a long step in place on a terminal', async () => {
    expect(await slowStep(true)).toMatch(
      /^\r\x1b\[K  … 构建 · Building  1 s\r\x1b\[K  ✓ 构建 · Building  1\.\d s\n$/,
    );
  });

  it('says so in a line of its own elsewhere', async () => {
    expect(await slowStep(false)).toMatch(/^  … 构建 · Building  1 s\n  ✓ 构建 · Building  1\.\d s\n$/);
  });

  it('tells a problem in one line, below the details of its tool', () => {
    const { written, stream } = collect(false);
    new Screen(stream).problem(new Problem('失败', 'failed', ['npm error']));
    expect(written).toEqual(['    npm error\n', '✗ 失败 · failed\n']);
  });
});
