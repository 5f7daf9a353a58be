import { measureAgent } from './agent/agent-bench.js';
import type { Figure } from './figure.js';
import { measureLive } from './live/live-bench.js';
import { measureStore } from './store/store-bench.js';

type Bench = (parameters: string[], print: (figure: Figure) => void) => Promise<void>;

const benches: Record<string, Bench> = { agent: measureAgent, store: measureStore, live: measureLive };

const [name = '', ...parameters] = process.argv.slice(2);
const bench = benches[name];
if (bench) {
  let isWithin = true;
  await bench(parameters, (figure) => {
    isWithin &&= figure.ok;
    console.log(JSON.stringify(figure));
  });
  process.exit(isWithin ? 0 : 1);
}
console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')}`);
process.exit(2);
