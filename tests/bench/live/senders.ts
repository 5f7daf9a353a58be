import http from 'node:http';
import { runHelper } from '../helper-process.js';
import { syntheticSample } from '../store/synthetic-samples.js';
import type { FleetServer } from './fleet.js';

/** Stands in for agents: each reports one sample an interval by a connection of its own, evenly spread. */

export interface SenderOptions {
  readonly url: string;
  readonly servers: readonly FleetServer[];
  readonly intervalMs: number;
}
export interface SenderTold {
  readonly answered: number;
  readonly failed: number;
  readonly answerP99Ms: number;
}

runHelper<SenderOptions, SenderTold>(async ({ url, servers, intervalMs }) => {
  const endpoint = new URL('/api/v1/agent/reports', url);
  const agents = servers.map(() => new http.Agent({ keepAlive: true, maxSockets: 1 }));
  const answerMs: number[] = [];
  let failed = 0;
  let sent = 0;
  const begunMs = performance.now();
  const firstIndex = Math.floor(Date.now() / intervalMs) % 100_000;

  const report = (place: number, round: number): void => {
    const nowMs = Date.now();
    const sample = syntheticSample(place, firstIndex + round, nowMs, Math.random);
    const body = JSON.stringify({ sentAt: sample.observedAt, agentVersion: '0.1.0', samples: [sample] });
    const sentMs = performance.now();
    const request = http.request(endpoint, {
      method: 'POST',
      agent: agents[place]!,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${servers[place]!.credential}`,
      },
    });
    request.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        if (text.includes('"status":"accepted"')) answerMs.push(performance.now() - sentMs);
        else failed += 1;
      });
    });
    request.on('error', () => (failed += 1));
    request.end(body);
  };
  const timer = setInterval(() => {
    const dueCount = ((performance.now() - begunMs) * servers.length) / intervalMs;
    for (; sent < dueCount; sent += 1) report(sent % servers.length, Math.floor(sent / servers.length));
  }, 5);
  return () => {
    clearInterval(timer);
    const sorted = answerMs.sort((a, b) => a - b);
    return {
      answered: sorted.length,
      failed,
      answerP99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    };
  };
});
