import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { figureOf, type Figure } from '../figure.js';
import { freePort } from '../../support/free-port.js';
import { until } from '../../support/until.js';
import { answering, installed, PeerProcess } from './peer-process.js';

const intervalMs = 10_000;
const ticks = 12;
const mebibyte = 1024 * 1024;

/** What a tick of our agent reads, in Zabbix' words. */
const zabbixKeys = [
  ...['user', 'system', 'idle', 'iowait', 'steal'].map((mode) => `system.cpu.util[,${mode}]`),
  'system.cpu.load[all,avg1]',
  'vm.memory.size[total]',
  'vm.memory.size[available]',
  'system.swap.size[,pused]',
  'vfs.fs.size[/,used]',
  'vfs.fs.size[/,pused]',
  'vfs.fs.inode[/,pused]',
  'vfs.dev.read[,bytes]',
  'vfs.dev.write[,bytes]',
  'net.if.in[lo]',
  'net.if.out[lo]',
  'net.if.in[lo,errors]',
  'net.if.out[lo,errors]',
  'proc.num[]',
  'system.uptime',
];

/** Other agents, asked every ten seconds for what ours reads. */
export async function measureAgentPeers(print: (figure: Figure) => void): Promise<void> {
  const exporter = installed('prometheus-node-exporter');
  if (exporter) await measureExporter(exporter, print);
  else console.error('prometheus-node-exporter is not installed');
  const zabbix = installed('zabbix_agentd');
  if (zabbix) await measureZabbix(zabbix, print);
  else console.error('zabbix-agent is not installed');
}

async function measureExporter(program: string, print: (figure: Figure) => void): Promise<void> {
  const port = await freePort();
  const peer = await PeerProcess.start(program, [`--web.listen-address=127.0.0.1:${port}`]);
  const url = `http://127.0.0.1:${port}/metrics`;
  try {
    await answering(url);
    await measure('node_exporter', peer, async () => void (await (await fetch(url)).text()), print);
  } finally {
    await peer.stop();
  }
}

async function measureZabbix(program: string, print: (figure: Figure) => void): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-zabbix-'));
  // It takes none above 32767, where the system's free ones begin.
  const port = 20_000 + (process.pid % 10_000);
  const file = path.join(directory, 'agent.conf');
  const settings = {
    ListenIP: '127.0.0.1',
    ListenPort: port,
    Server: '127.0.0.1',
    StartAgents: 1,
    AllowRoot: 1,
  };
  const files = { PidFile: `${directory}/pid`, LogFile: `${directory}/log` };
  const lines = Object.entries({ ...settings, ...files }).map(([name, value]) => `${name}=${value}\n`);
  fs.writeFileSync(file, lines.join(''));
  const peer = await PeerProcess.start(program, ['-f', '-c', file]);
  try {
    await until('zabbix_agentd answers', () => askZabbix(port, 'agent.ping'));
    const tick = async () => {
      for (const key of zabbixKeys) await askZabbix(port, key);
    };
    await measure('zabbix_agentd', peer, tick, print);
  } finally {
    await peer.stop();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  peer: PeerProcess,
  tick: () => Promise<void>,
  print: (figure: Figure) => void,
): Promise<void> {
  await tick();
  const [before, beganMs] = [peer.cpuSeconds(), performance.now()];
  for (let number = 0; number < ticks; number += 1) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    await tick();
  }
  const hours = (performance.now() - beganMs) / 3_600_000;
  print(figureOf(`${name}: CPU at 10 s`, (peer.cpuSeconds() - before) / hours, 'CPU s an hour'));
  print(figureOf(`${name}: RSS`, peer.residentBytes() / mebibyte, 'MiB'));
}

/** One passive check: `ZBXD`, a flag, the length, the key; answered alike. */
async function askZabbix(port: number, key: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const header = Buffer.alloc(13);
  header.write('ZBXD\x01', 'latin1');
  header.writeUInt32LE(Buffer.byteLength(key), 5);
  socket.end(Buffer.concat([header, Buffer.from(key)]));
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts).subarray(13).toString();
}
