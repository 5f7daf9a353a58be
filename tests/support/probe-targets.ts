import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { makeSelfSignedCertificate } from '../../apps/server/src/platform/tls/self-signed-certificate.js';

const elevenYearsMs = 11 * 366 * 86_400_000;
const pieceBytes = 1024 * 1024;

const pages: Record<string, RequestListener> = {
  '/good': (_, response) => response.end('欢迎访问 welcome'),
  // 欢迎
  '/gbk': (_, response) =>
    response.setHeader('content-type', 'text/html; charset=GBK').end(Buffer.from([0xbb, 0xb6, 0xd3, 0xad])),
  '/broken': (_, response) => response.writeHead(500).end('broken'),
  '/moved': (_, response) => response.writeHead(302, { location: '/good' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/elsewhere': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/huge': (_, response) => {
    const piece = Buffer.alloc(pieceBytes);
    const write = () => {
      while (!response.destroyed && response.write(piece));
      response.once('drain', write);
    };
    write();
  },
  // A first byte at once, and never a last one.
  '/slow': (_, response) => void response.write('w'),
  '/mute': () => {},
  '/cut': (_, response) => {
    response.write('w');
    setImmediate(() => response.destroy());
  },
};

const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;
const listening = <T extends net.Server>(server: T): Promise<T> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));

/** Servers on the loopback that answer in every way a probe can meet. */
export class ProbeTargets {
  /** What the page `/switched` answers. */
  status = 200;

  private constructor(
    private readonly servers: readonly net.Server[],
    readonly http: string,
    readonly https: string,
    readonly expired: string,
    readonly misnamed: string,
    readonly tcpPort: number,
    readonly closedPort: number,
  ) {}

  static async start(): Promise<ProbeTargets> {
    let status = () => 200;
    const answer: RequestListener = (request, response) => {
      if (request.url === '/switched') response.writeHead(status()).end('switched');
      else (pages[request.url ?? ''] ?? pages['/good']!)(request, response);
    };
    const secure = async (names: string[], nowMs: number) => {
      const { certificate, key } = await makeSelfSignedCertificate(names, nowMs);
      return listening(https.createServer({ cert: certificate, key }, answer));
    };
    const plain = await listening(http.createServer(answer));
    const good = await secure(['127.0.0.1'], Date.now());
    const expired = await secure(['127.0.0.1'], Date.now() - elevenYearsMs);
    const misnamed = await secure(['elsewhere.test'], Date.now());
    const tcp = await listening(net.createServer((socket) => socket.on('error', () => {})));
    const closed = await listening(net.createServer());
    const closedPort = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    const started = new ProbeTargets(
      [plain, good, expired, misnamed, tcp],
      `http://127.0.0.1:${portOf(plain)}`,
      `https://127.0.0.1:${portOf(good)}`,
      `https://127.0.0.1:${portOf(expired)}`,
      `https://127.0.0.1:${portOf(misnamed)}`,
      portOf(tcp),
      closedPort,
    );
    status = () => started.status;
    return started;
  }

  async stop(): Promise<void> {
    for (const server of this.servers) {
      if (server instanceof http.Server || server instanceof https.Server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}
