import { measureAgent } from './agent/agent-bench.js';
import type { Figure } from './figure.js';
import { measureIngest } from './ingest/ingest-bench.js';
import { measureLive } from './live/live-bench.js';
import { measureAgentPeers } from './peers/agent-peers.js';
import { measureIngestPeers } from './peers/ingest-peers.js';
import { measureQuery } from './query/query-bench.js';
import { measureStatus } from './status/status-bench.js';
import { measureStore } from './store/store-bench.js';

type Print = (figure: Figure) => void;
type Bench = (parameters: string[], print: Print) => Promise<void>;

const benches: Record<string, Bench> = {
  agent: measureAgent,
  ingest: measureIngest,
  live: measureLive,
  query: measureQuery,
  status: measureStatus,
  store: measureStore,
  peers: async (_, print) => {
    await measureIngestPeers(print);
    await measureAgentPeers(print);
  },
};
/** The same work by other programs, where they are installed; asked for by `--peers`. */
const peersOf: Record<string, (print: Print) => Promise<void>> = {
  agent: measureAgentPeers,
  ingest: measureIngestPeers,
  store: measureIngestPeers,
};

const [name = '', ...given] = process.argv.slice(2);
const parameters = given.filter((parameter) => parameter !== '--peers');
const bench = benches[name];
if (bench) {
  let isWithin = true;
  const print = (figure: Figure) => {
    isWithin &&= figure.ok;
    console.log(JSON.stringify(figure));
  };
  await bench(parameters, print);
  if (parameters.length < given.length) await peersOf[name]?.(print);
  process.exit(isWithin ? 0 : 1);
}
console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--peers]`);
process.exit(2);
