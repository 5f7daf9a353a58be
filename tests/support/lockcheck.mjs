/**
 * Checks package-lock.json and every workspace's package.json for what makes `npm ci` fail, or differ, elsewhere.
 *
 * usage: node tests/support/lockcheck.mjs [repository]   exit 1 with a line for each finding
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const registry = 'https://registry.npmjs.org/';
const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;
const pinnedFields = ['dependencies', 'devDependencies', 'optionalDependencies'];

/**
 * Optional packages, such as binaries of one platform, that the lock names but does not resolve: `npm install` passes
 * with such a lock, `npm ci` on another machine fails.
 *
 * @param {Record<string, any>} packages of the lock
 * @returns {string[]} a line each
 */
const findUnresolved = (packages) =>
  Object.entries(packages).flatMap(([dependent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isResolved(packages, dependent, name))
      .map((name) => `${dependent || 'package.json'}: optional ${name} is not in the lock`),
  );

/**
 * Looks a package up as Node does: beside the dependent, then in each folder above.
 *
 * @param {Record<string, any>} packages @param {string} dependent @param {string} name
 */
const isResolved = (packages, dependent, name) => {
  const steps = dependent.split('/');
  const folders = steps.map((_, depth) => steps.slice(0, steps.length - depth).join('/'));
  return [...folders, ''].some((folder) => `${folder ? `${folder}/` : ''}node_modules/${name}` in packages);
};

/**
 * Packages that would come from anywhere but the npm registry. The repository's own folders are links.
 *
 * @param {Record<string, any>} packages of the lock
 * @returns {string[]} a line each
 */
const findForeign = (packages) =>
  Object.entries(packages)
    .filter(([, { link, resolved = registry }]) =>
      link ? /^(\.\.|\/|\w+:)/.test(resolved) : !resolved.startsWith(registry),
    )
    .map(([name, { resolved }]) => `${name}: comes from ${resolved}, not from ${registry}`);

/**
 * Dependencies without an exact version.
 *
 * @param {string} file name to tell
 * @param {Record<string, any>} manifest a package.json
 * @returns {string[]} a line each
 */
const findUnpinned = (file, manifest) =>
  [...pinnedFields.map((field) => manifest[field] ?? {}), flatten(manifest.overrides ?? {})]
    .flatMap((versions) => Object.entries(versions))
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name, version]) => `${file}: ${name} is "${version}", not an exact version`);

/**
 * Overrides may be nested.
 *
 * @param {Record<string, any>} overrides
 * @returns {Record<string, string>}
 */
const flatten = (overrides) =>
  Object.assign(
    {},
    ...Object.entries(overrides).map(([name, value]) =>
      typeof value === 'string' ? { [name]: value } : flatten(value),
    ),
  );

/**
 * @param {string} root of the repository
 * @returns {string[]} a line for each finding
 */
const checkLock = (root) => {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const { packages } = read('package-lock.json');
  const parents = read('package.json').workspaces.map((/** @type {string} */ glob) =>
    glob.replace(/\/\*$/, ''),
  );
  const workspaces = parents
    .filter((/** @type {string} */ parent) => existsSync(path.join(root, parent)))
    .flatMap((/** @type {string} */ parent) =>
      readdirSync(path.join(root, parent)).map((name) => path.join(parent, name)),
    )
    .map((/** @type {string} */ folder) => path.join(folder, 'package.json'))
    .filter((/** @type {string} */ file) => existsSync(path.join(root, file)));
  return [
    ...findUnresolved(packages),
    ...findForeign(packages),
    ...['package.json', ...workspaces].flatMap((file) => findUnpinned(file, read(file))),
  ];
};

const findings = checkLock(process.argv[2] ?? '.');
findings.forEach((line) => console.log(line));
console.log(findings.length === 0 ? 'lock ok' : `lock: ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
