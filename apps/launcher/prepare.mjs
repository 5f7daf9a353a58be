// Only syntax that Node 12 parses here and in node-version.mjs, so that an old Node gets a sentence to read.
import { describeOldNode } from './src/node-version.mjs';

const complaint = describeOldNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
} else {
  import('./src/main.mjs').then((main) => main.prepareOnly(process.argv.slice(2)));
}
