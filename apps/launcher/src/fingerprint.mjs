import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './json-file.mjs';

const rootFiles = ['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'];
const notSources = new Set(['dist', 'node_modules', 'test', 'coverage']);

/**
 * One hash over everything that a build is made from: contents, not times, so that a fresh checkout of the same
 * files counts as the same.
 *
 * @param {string} root
 * @returns {string}
 */
export const fingerprintInputs = (root) => {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  const sources = findProjects(root).flatMap((project) =>
    listFiles(project, (name) => !notSources.has(name) && !name.startsWith('.')),
  );
  const configuration = rootFiles.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  for (const file of [...configuration, ...sources.filter((name) => !/\.spec\.tsx?$/.test(name))]) {
    const content = readFileSync(file);
    hash.update(`\n${path.relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

/**
 * One hash over names, sizes and times of what the builds wrote, so that a missing or replaced file is noticed.
 *
 * @param {string} root
 * @returns {string}
 */
export const fingerprintOutputs = (root) => {
  const hash = createHash('sha256');
  for (const project of findProjects(root)) {
    for (const file of listFiles(path.join(project, 'dist'), () => true)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`\n${path.relative(root, file)} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest('hex');
};

/**
 * The workspaces, and the folders of tests that are projects of their own.
 *
 * @param {string} root
 * @returns {string[]} absolute, sorted
 */
const findProjects = (root) => {
  const patterns = /** @type {string[]} */ (readJson(path.join(root, 'package.json'))?.workspaces ?? []);
  const parents = [...patterns.map((pattern) => pattern.replace(/\/\*$/, '')), 'tests'];
  return parents
    .map((parent) => path.join(root, parent))
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => path.join(parent, name)))
    .filter((folder) => ['package.json', 'project.json'].some((name) => existsSync(path.join(folder, name))))
    .sort();
};

/**
 * @param {string} folder
 * @param {(name: string) => boolean} isWanted
 * @returns {string[]} sorted; empty when there is no such folder
 */
const listFiles = (folder, isWanted) => {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => isWanted(name));
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(full, isWanted);
      return entry.isFile() ? [full] : [];
    });
};
