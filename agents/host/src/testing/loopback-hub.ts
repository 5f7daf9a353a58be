import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import {
  reportSchema,
  sampleSchema,
  type AgentConfiguration,
  type Hints,
  type RecordResult,
  type Report,
  type Sample,
} from '@opsgauge/contract';

export interface HubReply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface ReceivedRequest {
  path: string;
  authorization: string | undefined;
  isCompressed: boolean;
  body: unknown;
}

/**
 * A real HTTP server that answers like a hub, for tests: it keeps what it is sent by (epoch, seq), answers `duplicate`
 * to what it has, and whatever else a test wants for a while.
 */
export class LoopbackHub {
  readonly requests: ReceivedRequest[] = [];
  readonly samples = new Map<string, Sample>();
  readonly inspections = new Map<string, unknown>();
  hints: Hints = {};
  /** What the answers to reports say the hub is set to. */
  configuration: AgentConfiguration | undefined;
  /** A reply instead of the ordinary one; `undefined` for the ordinary one. */
  intervene: (request: ReceivedRequest) => HubReply | undefined = () => undefined;
  /** Records to reject. */
  rejects: (sample: Sample) => boolean = () => false;
  #server: Server | undefined;
  #port = 0;

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens; again on the same port once it was stopped. */
  async start(): Promise<void> {
    const server = createServer((incoming, outgoing) => {
      void this.#answer(incoming).then(({ status, headers, body }) => {
        outgoing
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(body ?? {}));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  get reports(): Report[] {
    return this.requests
      .filter(({ path }) => path === '/api/v1/agent/reports')
      .map(({ body }) => body as Report);
  }

  /** Numbers of all samples that are kept, ascending. */
  get seqs(): number[] {
    return [...this.samples.values()].map((sample) => sample.seq).sort((a, b) => a - b);
  }

  async #answer(incoming: IncomingMessage): Promise<HubReply> {
    const bytes = await buffer(incoming);
    const isCompressed = incoming.headers['content-encoding'] === 'gzip';
    const body: unknown = JSON.parse((isCompressed ? gunzipSync(bytes) : bytes).toString('utf8'));
    const request = {
      path: incoming.url ?? '',
      authorization: incoming.headers.authorization,
      isCompressed,
      body,
    };
    this.requests.push(request);
    return this.intervene(request) ?? this.#ordinary(request);
  }

  #ordinary({ path, body }: ReceivedRequest): HubReply {
    if (path === '/api/v1/agent/enroll') {
      const serverId = '6f1c3d5e-1b2a-4c3d-8e4f-5a6b7c8d9e0f';
      return {
        status: 201,
        body: { serverId, serverName: 'here', credential: 'secret-credential', intervalSeconds: 1 },
      };
    }
    if (path.startsWith('/api/v1/agent/inspections/')) {
      this.inspections.set(path.slice(path.lastIndexOf('/') + 1), body);
      return { status: 200 };
    }
    const results = reportSchema
      .parse(body)
      .samples.map((record, index) => this.#keep(sampleSchema.parse(record), index));
    return {
      status: 200,
      body: {
        receivedAt: new Date().toISOString(),
        results,
        hints: this.hints,
        configuration: this.configuration,
      },
    };
  }

  #keep(sample: Sample, index: number): RecordResult {
    const { epoch, seq } = sample;
    if (this.rejects(sample))
      return { index, seq, status: 'rejected', code: 'invalid_value', message: 'metrics: wrong' };
    const key = `${epoch}/${seq}`;
    if (this.samples.has(key)) return { index, seq, status: 'duplicate' };
    this.samples.set(key, sample);
    return { index, seq, status: 'accepted' };
  }
}
