import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createPlainServer, type AddressInfo, type Server as PlainServer } from 'node:net';
import type { HttpTarget } from '@opsgauge/contract/probing';
import { ask } from './ask.js';

const pages: Record<string, RequestListener> = {
  '/good': (_, response) => response.end('welcome'),
  // 欢迎
  '/gbk': (_, response) =>
    response.setHeader('content-type', 'text/html; charset=GBK').end(Buffer.from([0xbb, 0xb6, 0xd3, 0xad])),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/moved': (_, response) => response.writeHead(302, { location: '/good' }).end(),
  '/elsewhere': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  '/huge': (_, response) => {
    const write = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
      response.once('drain', write);
    };
    write();
  },
  '/slow': (_, response) => void response.write('w'),
};

let server: Server;
let mute: PlainServer;
let origin = '';
let closedPort = 0;
const portOf = (one: PlainServer) => (one.address() as AddressInfo).port;
const listen = (one: PlainServer) =>
  new Promise<void>((resolve) => one.listen(0, '127.0.0.1', () => resolve()));

beforeAll(async () => {
  server = createServer((request, response) => pages[request.url ?? '']?.(request, response));
  await listen(server);
  origin = `http://127.0.0.1:${portOf(server)}`;
  mute = createPlainServer((socket) =>
    socket
      .on('error', () => undefined)
      .resume()
      .end('no TLS here\r\n'),
  );
  await listen(mute);
  const closed = createPlainServer();
  await listen(closed);
  closedPort = portOf(closed);
  await new Promise((resolve) => closed.close(resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => mute.close(resolve));
});

const page = (path: string, more: Partial<HttpTarget> = {}): HttpTarget => ({
  kind: 'http',
  url: path.startsWith('http') ? path : `${origin}${path}`,
  method: 'GET',
  expectedStatus: null,
  expectedText: null,
  followsRedirects: false,
  verifiesCertificate: true,
  ...more,
});

it.each<[string, () => HttpTarget, string]>([
  ['a page', () => page('/good', { expectedText: 'welcome' }), 'ok'],
  ['a missing text', () => page('/good', { expectedText: 'login' }), 'text_missing'],
  ['a text in another character set', () => page('/gbk', { expectedText: '欢迎' }), 'ok'],
  ['a wrong status', () => page('/broken'), 'status_wrong'],
  ['a redirect', () => page('/moved'), 'redirected'],
  ['a redirect that is followed', () => page('/moved', { followsRedirects: true }), 'ok'],
  [
    'a redirect to a metadata address',
    () => page('/elsewhere', { followsRedirects: true }),
    'address_forbidden',
  ],
  ['a metadata address', () => page('http://169.254.169.254/'), 'address_forbidden'],
  ['a body without end', () => page('/huge'), 'body_too_large'],
  ['nobody there', () => page(`http://127.0.0.1:${closedPort}/`), 'refused'],
  ['no TLS', () => page(`https://127.0.0.1:${portOf(mute)}/`), 'tls_failed'],
])('%s', async (_what, target, outcome) => {
  expect((await ask(target(), 5_000)).outcome).toBe(outcome);
});

it('counts a page that is not served in time with the time it was given', async () => {
  expect(await ask(page('/slow'), 300)).toEqual({ outcome: 'timed_out', durationMs: 300 });
});

it('asks ports and hosts', async () => {
  const [host, port] = ['127.0.0.1', portOf(server)];
  expect(await ask({ kind: 'tcp', host, port }, 5_000)).toMatchObject({ outcome: 'ok' });
  expect(await ask({ kind: 'tcp', host, port: closedPort }, 5_000)).toMatchObject({ outcome: 'refused' });
  expect(await ask({ kind: 'icmp', host, port }, 5_000)).toMatchObject({ outcome: 'ok', lossPercent: 0 });
  expect(await ask({ kind: 'icmp', host: '169.254.1.1', port }, 5_000)).toEqual({
    outcome: 'address_forbidden',
  });
});
