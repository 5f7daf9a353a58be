import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A request that a webhook receiver took. */
export interface TakenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A real receiver of webhooks on the loopback, which can go away and come back. */
export class WebhookReceiver {
  readonly taken: TakenRequest[] = [];
  /** What it answers to a path; 200 with an empty object where nothing is said. */
  answers: Record<string, Answer> = {};
  private server: http.Server | null = null;
  port = 0;

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await receiver.comeBack();
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async comeBack(): Promise<void> {
    const server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '';
        this.taken.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
        const { status = 200, headers = {}, body = '{}' } = this.answers[path.split('?')[0]!] ?? {};
        response.writeHead(status, headers).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async goAway(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A mail that a mail server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: string[];
  /** As it came over the wire. */
  readonly source: string;
}

/** A real mail server on the loopback. */
export class MailReceiver {
  readonly taken: TakenMail[] = [];
  /** Addresses it takes nothing for. */
  readonly unknown = new Set<string>();
  private constructor(private readonly server: SMTPServer) {}

  /** @param login with which one may send; without one anybody may */
  static async start(login?: { username: string; password: string }): Promise<MailReceiver> {
    const server = new SMTPServer({
      authOptional: login === undefined,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS', ...(login ? [] : ['AUTH'])],
      onAuth: ({ username, password }, _, done) =>
        username === login?.username && password === login?.password
          ? done(null, { user: username })
          : done(new Error('unknown')),
      onRcptTo: ({ address }, _, done) =>
        receiver.unknown.has(address)
          ? done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
          : done(),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          receiver.taken.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            source: Buffer.concat(chunks).toString('utf8'),
          });
          done();
        });
      },
    });
    const receiver = new MailReceiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** The subject of a mail, decoded. */
export function subjectOf({ source }: TakenMail): string {
  const [, line = ''] = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(source) ?? [];
  return line
    .replace(/\?=\r\n[ \t]+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeURIComponent(text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, '%$1')),
    );
}

/** The text of a mail, decoded. */
export function textOfMail({ source }: TakenMail): string {
  const end = source.indexOf('\r\n\r\n');
  const [head, body] = [source.slice(0, end), source.slice(end + 4)];
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
