const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');
const workspaces = { contract: 'libs/contract', domain: 'libs/domain', charts: 'libs/charts' };

/** Resolves an import to the source file it means: `./x.js` to `./x.ts`, `@opsgauge/x` to the library's source. */
exports.interfaceVersion = 2;
exports.resolve = (source, importer) => {
  const library = /^@opsgauge\/([a-z]+)$/.exec(source);
  if (library && workspaces[library[1]])
    return found(path.join(root, workspaces[library[1]], 'src/index.ts'));
  if (!source.startsWith('.')) return { found: false };
  const target = path.resolve(path.dirname(importer), source);
  const stem = target.replace(/\.js$/, '');
  const candidates = [target, `${stem}.ts`, `${stem}.tsx`, `${stem}.mjs`, path.join(stem, 'index.ts')];
  const file = candidates.find((one) => fs.existsSync(one) && fs.statSync(one).isFile());
  return file ? found(file) : { found: false };
};

const found = (file) => ({ found: true, path: file });
