import type { HostFiles } from '../system/host-files.js';

const missing = (path: string): Error =>
  Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });

/** A host made of text, for tests: files by path, which a test may change between readings. */
export class FixtureHost implements HostFiles {
  constructor(readonly texts: Record<string, string> = {}) {}

  read(path: string): string {
    const text = this.texts[path];
    if (text === undefined) throw missing(path);
    return text;
  }

  list(path: string): string[] {
    const names = Object.keys(this.texts)
      .filter((file) => file.startsWith(`${path}/`))
      .map((file) => file.slice(path.length + 1).split('/', 1)[0] ?? '');
    if (names.length === 0) throw missing(path);
    return [...new Set(names)];
  }

  exists(path: string): boolean {
    return Object.keys(this.texts).some((file) => file === path || file.startsWith(`${path}/`));
  }

  linkCount(path: string): number {
    return Number(this.read(`${path}#links`));
  }

  link(path: string): string {
    return this.read(`${path}#link`);
  }
}
