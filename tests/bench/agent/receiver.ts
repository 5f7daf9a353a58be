import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { ArrivedReport, ReceiverSettings } from './receiver-messages.js';

/** Stands in for a hub: takes every report and tells its parent when what came. Runs as a process of its own. */

interface ReceivedSample {
  seq: number;
  observedAt: string;
}

let settings: ReceiverSettings | undefined;

const enrolment = {
  serverId: '6f1c3d5e-1b2a-4c3d-8e4f-5a6b7c8d9e0f',
  serverName: 'bench',
  credential: 'bench-credential',
};

const tell = (report: ArrivedReport) => process.send?.({ report });

const answer = (path: string, body: unknown): object => {
  if (path.endsWith('/enroll')) return { ...enrolment, intervalSeconds: settings?.intervalSeconds };
  const { samples } = body as { samples: ReceivedSample[] };
  const nowMs = Date.now();
  tell({
    atMs: nowMs,
    seqs: samples.map(({ seq }) => seq),
    newestDelayMs: nowMs - Math.max(...samples.map(({ observedAt }) => Date.parse(observedAt))),
  });
  const results = samples.map(({ seq }, index) => ({ index, seq, status: 'accepted' }));
  return { receivedAt: new Date(nowMs).toISOString(), results, hints: {} };
};

const serve = ({ certificate, key, batchAnswerMs }: ReceiverSettings): void => {
  const server = https.createServer(
    { cert: certificate, key, keepAliveTimeout: 120_000 },
    (incoming, outgoing) => {
      void buffer(incoming).then((bytes) => {
        const text = incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
        const body = JSON.parse(text.toString('utf8')) as { samples?: unknown[] };
        const send = () =>
          outgoing
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify(answer(incoming.url ?? '', body)));
        if ((body.samples?.length ?? 0) > 1 && batchAnswerMs > 0) setTimeout(send, batchAnswerMs);
        else send();
      });
    },
  );
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
};

process.on('message', (message) => {
  settings = message as ReceiverSettings;
  serve(settings);
});
process.on('disconnect', () => process.exit(0));
