import net from 'node:net';
import { credentialOf } from '../bench-hub.js';
import { randomFrom, syntheticSample } from '../store/synthetic-samples.js';
import type { Load, LoadResult } from './load.js';

const connections = 128;
const intervalMs = 10_000;

/** One connection that is kept: sends a request and waits for its answer. */
class Connection {
  private readonly socket: net.Socket;
  private received = Buffer.alloc(0);
  private answered: ((body: Buffer) => void) | undefined;

  constructor({ hostname, port }: URL) {
    this.socket = net.connect(Number(port), hostname).setNoDelay(true);
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => {
      throw error;
    });
  }

  send(credential: string, body: string): Promise<Buffer> {
    const head = `POST /api/v1/agent/reports HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer ${credential}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(head + body);
    });
  }

  end(): void {
    this.socket.removeAllListeners('error').destroy();
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN);
    const end = headEnd + 4 + length;
    if (this.received.length < end) return;
    if (!head.startsWith('HTTP/1.1 200'))
      throw new Error(`${head.split('\r\n')[0]}: ${this.received.toString('utf8', headEnd + 4)}`);
    const body = this.received.subarray(headEnd + 4, end);
    this.received = this.received.subarray(end);
    this.answered?.(body);
  }
}

async function send(load: Load): Promise<LoadResult> {
  const pool = Array.from({ length: connections }, () => new Connection(new URL(load.url)));
  const randoms = Array.from({ length: load.servers }, (_, index) => randomFrom(index + 1));
  const nextSeqs = new Array<number>(load.servers).fill(load.firstSeq);
  const latenciesMs: number[] = [];
  const due: (() => void)[] = [];
  const free = [...pool];
  const total = load.requestsPerSecond * load.seconds;
  const beganMs = performance.now();
  let done = 0;
  await new Promise<void>((resolve) => {
    const work = (index: number, dueMs: number) => {
      const connection = free.pop();
      if (!connection) return void due.push(() => work(index, dueMs));
      const server = index % load.servers;
      const number = load.firstServer + server;
      const body = bodyOf(load, number, nextSeqs[server]!, randoms[server]!);
      nextSeqs[server]! += load.samplesPerRequest;
      void connection.send(credentialOf(number), body).then((answer) => {
        // From when it was due, so that a hub that stands still is not asked less.
        latenciesMs.push(performance.now() - dueMs);
        if (!answer.includes('"accepted"') || answer.includes('"rejected"'))
          throw new Error(answer.toString('utf8').slice(0, 300));
        free.push(connection);
        due.shift()?.();
        if (++done === total) resolve();
      });
    };
    let sent = 0;
    const timer = setInterval(() => {
      const wanted = Math.min(total, ((performance.now() - beganMs) / 1000) * load.requestsPerSecond);
      while (sent < wanted) work(sent, beganMs + (sent++ / load.requestsPerSecond) * 1000);
      if (sent >= total) clearInterval(timer);
    }, 2);
  });
  const seconds = (performance.now() - beganMs) / 1000;
  for (const connection of pool) connection.end();
  latenciesMs.sort((one, other) => one - other);
  return {
    requests: total,
    samples: total * load.samplesPerRequest,
    seconds,
    medianMs: latenciesMs[Math.floor(total / 2)]!,
    p99Ms: latenciesMs[Math.floor(total * 0.99)]!,
  };
}

/** Samples as they are taken, or, where many go together, as an agent caught up on them: ten seconds apart. */
function bodyOf(load: Load, server: number, firstSeq: number, random: () => number): string {
  const nowMs = Date.now();
  const isLive = load.samplesPerRequest === 1;
  const samples = Array.from({ length: load.samplesPerRequest }, (_, index) => {
    const seq = firstSeq + index;
    const atMs = isLive ? nowMs : load.firstSampleMs + seq * intervalMs;
    const sample = syntheticSample(server, seq, atMs, random);
    return { ...sample, monotonicMs: atMs - load.firstSampleMs };
  });
  return JSON.stringify({ sentAt: new Date(nowMs).toISOString(), agentVersion: '0.1.0', samples });
}

process.send!(await send(JSON.parse(process.argv[2]!) as Load), () => process.exit(0));
