import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { figureOf, type Figure } from '../figure.js';
import { freePort } from '../../support/free-port.js';
import { answering, installed, PeerProcess } from './peer-process.js';
import { writtenSamples } from './written-samples.js';

const servers = 100;
const hours = 3;
const settleMs = 5000;

/** A store that takes Prometheus remote write. */
interface Peer {
  readonly name: string;
  readonly program: string;
  readonly parameters: (port: number, directory: string) => string[];
  readonly readyPath: string;
  readonly writePath: string;
  /** Makes it put down what it holds; the folder that then has to be weighed. */
  readonly putDown: (url: string, directory: string) => Promise<string>;
}

const peers: Peer[] = [
  {
    name: 'prometheus',
    program: 'prometheus',
    parameters: (port, directory) => {
      const file = path.join(directory, 'prometheus.yml');
      fs.writeFileSync(file, 'global: {}\n');
      return [
        `--config.file=${file}`,
        `--storage.tsdb.path=${directory}/data`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--web.enable-remote-write-receiver',
        '--web.enable-admin-api',
      ];
    },
    readyPath: '/-/ready',
    writePath: '/api/v1/write',
    // A snapshot is the blocks that its head becomes, without the log.
    putDown: async (url, directory) => {
      await answered(fetch(`${url}/api/v1/admin/tsdb/snapshot`, { method: 'POST' }));
      return path.join(directory, 'data', 'snapshots');
    },
  },
  {
    name: 'victoria-metrics',
    program: 'victoria-metrics',
    parameters: (port, directory) => [
      `-storageDataPath=${directory}/data`,
      `-httpListenAddr=127.0.0.1:${port}`,
      '-retentionPeriod=12',
    ],
    readyPath: '/health',
    writePath: '/api/v1/write',
    putDown: async (url, directory) => {
      await answered(fetch(`${url}/internal/force_flush`));
      await answered(fetch(`${url}/internal/force_merge`));
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      return path.join(directory, 'data');
    },
  },
];

/** Other stores, given the samples of a hundred servers over three hours by remote write. */
export async function measureIngestPeers(print: (figure: Figure) => void): Promise<void> {
  for (const peer of peers) {
    const program = installed(peer.program);
    if (program) await measure(peer, program, print);
    else console.error(`${peer.name} is not installed`);
  }
}

async function measure(peer: Peer, program: string, print: (figure: Figure) => void): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-peer-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = await PeerProcess.start(program, peer.parameters(port, directory));
  try {
    await answering(url + peer.readyPath);
    const before = running.cpuSeconds();
    const values = await write(url + peer.writePath);
    const spent = running.cpuSeconds() - before;
    print(figureOf(`${peer.name}: remote write`, spent / (values / 1e6), 'CPU s per million values'));
    const bytes = folderBytes(await peer.putDown(url, directory));
    print(figureOf(`${peer.name}: disk`, bytes / values, 'bytes a value'));
  } finally {
    await running.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

async function write(url: string): Promise<number> {
  let written = 0;
  for (const { body, values } of writtenSamples(servers, hours, Date.now())) {
    await answered(
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-protobuf',
          'content-encoding': 'snappy',
          'x-prometheus-remote-write-version': '0.1.0',
        },
        body: new Uint8Array(body),
      }),
    );
    written += values;
  }
  return written;
}

async function answered(request: Promise<Response>): Promise<void> {
  const response = await request;
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
}

function folderBytes(directory: string): number {
  return fs
    .readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => fs.statSync(path.join(directory, name)))
    .filter((found) => found.isFile())
    .reduce((sum, { size }) => sum + size, 0);
}
