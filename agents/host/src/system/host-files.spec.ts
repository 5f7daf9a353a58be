import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { createHostFiles } from './host-files.js';

afterAll(removeTemporaryFolders);

it('reads the host’s own files as they are, the first time and again', () => {
  const files = createHostFiles();
  for (const path of ['/proc/self/mounts', '/proc/net/dev', '/proc/meminfo']) {
    const lines = (text: string) => text.split('\n').map((line) => line.split(/\s+/, 1)[0]);
    const expected = lines(readFileSync(path, 'latin1'));
    expect(lines(files.read(path))).toEqual(expected);
    expect(lines(files.read(path))).toEqual(expected);
  }
  const seconds = () => parseFloat(files.read('/proc/uptime'));
  expect(seconds()).toBeLessThanOrEqual(seconds());
});

it('reads a file to its end however long it is, and as it is now', () => {
  const root = makeTemporaryFolder();
  const files = createHostFiles(root);
  for (const text of ['', 'short\n', 'x'.repeat(2_048), 'y'.repeat(65_536), 'z'.repeat(200_001)]) {
    writeFileSync(join(root, 'file'), text);
    expect(files.read('/file')).toBe(text);
  }
});

it('says what the system says where a file cannot be read', () => {
  expect(() => createHostFiles().read('/sys/class/net/none/operstate')).toThrow('ENOENT');
});
