import { spawn, type ChildProcess } from 'node:child_process';
import crypto from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { io } from 'socket.io-client';
import {
  livePath,
  sessionSchema,
  type CreatedRemoteWriteSource,
  type EnrolmentTokenResponse,
  type ServersResponse,
} from '../../libs/contract/src/index.js';
import { readConfiguration } from '../../apps/server/src/platform/configuration/configuration.js';
import { makeSelfSignedCertificate } from '../../apps/server/src/platform/tls/self-signed-certificate.js';
import { loadTls } from '../../apps/server/src/platform/tls/tls-material.js';
import { ServedHub, runToExit } from '../support/served-hub.js';
import { until } from '../support/until.js';

const agentProgram = fileURLToPath(new URL('../../agents/host/dist/opsgauge-agent.js', import.meta.url));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-tls-'));
const started: ChildProcess[] = [];
let hub: ServedHub;
let hosts = 0;

beforeAll(async () => {
  hub = await ServedHub.start({ OPSGAUGE_HOST: '0.0.0.0' });
});
afterAll(async () => {
  // Their whole groups: a shell's children outlive it.
  for (const { pid } of started) endGroup(pid!);
  await hub.stop();
  fs.rmSync(work, { recursive: true, force: true });
});

const endGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
};

/** Another host as far as an agent can tell: a working folder, a home and a state folder of its own. */
const newHost = (environment: Record<string, string> = {}) => {
  const folder = path.join(work, `host-${++hosts}`);
  fs.mkdirSync(folder);
  const state = path.join(folder, 'state');
  const { NODE_OPTIONS: _options, ...own } = process.env;
  const begin = (file: string, parameters: string[]) => {
    const child = spawn(file, parameters, {
      cwd: folder,
      env: {
        ...own,
        HOME: folder,
        OPSGAUGE_AGENT_STATE: state,
        OPSGAUGE_AGENT_FOLDER: path.join(folder, 'programs'),
        ...environment,
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk));
    return { child, output };
  };
  const run = async (file: string, parameters: string[]) => {
    const { child, output } = begin(file, parameters);
    const [status] = (await once(child, 'exit')) as [number];
    return { status, ...output };
  };
  const agent = (...parameters: string[]) => run(process.execPath, [agentProgram, ...parameters]);
  return { folder, state, begin, run, agent };
};

const makeLines = async () => {
  const lines = await hub.admin<EnrolmentTokenResponse>('POST', '/api/v1/servers/enrolment-tokens');
  return { token: lines.token, command: lines.command!, bootstrapCommand: lines.bootstrapCommand! };
};
const servers = async () => (await hub.admin<ServersResponse>('GET', '/api/v1/servers')).items;
const reporting = (count: number) =>
  until(`${count} servers report`, async () => {
    const found = await servers();
    return found.length === count && found.every(({ lastReportAt }) => lastReportAt !== null);
  });
const enrolmentOf = (state: string) =>
  JSON.parse(fs.readFileSync(path.join(state, 'enrolment.json'), 'utf8')) as Record<string, string>;

describe('a hub beyond the loopback', () => {
  it('makes a certificate once, and keeps its key to itself', async () => {
    const folder = path.join(hub.directory, 'tls');
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(folder, 'key.pem')).mode & 0o777).toBe(0o600);
    const certificate = new crypto.X509Certificate(hub.certificate);
    expect(hub.fingerprint).toBe(
      `sha256:${crypto.createHash('sha256').update(certificate.raw).digest('hex')}`,
    );
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost(os.hostname())).toBe(os.hostname());
    const years = (Date.parse(certificate.validTo) - Date.now()) / (365.25 * 86_400_000);
    expect(years).toBeCloseTo(10, 1);
    expect((await hub.request('/api/v1/health', { ca: hub.certificate })).status).toBe(200);
  });

  it('hands its certificate to whoever adds a Prometheus, who could not check it otherwise', async () => {
    const added = await hub.admin<CreatedRemoteWriteSource>('POST', '/api/v1/remote-write/sources', {
      name: '机房二',
    });
    const { fingerprint256 } = new crypto.X509Certificate(added.certificate!);
    expect(`sha256:${fingerprint256.replaceAll(':', '').toLowerCase()}`).toBe(hub.fingerprint);
    expect(added.hub).toMatch(/^https:/);
  });

  it('keeps browsers on https, and its cookie off the open network', async () => {
    const { headers } = await hub.logIn();
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-opsgauge_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict; .*; Secure$/,
      ),
    ]);
  });

  it('takes no plain cookie, which plain http may have set, for pages or for the socket', async () => {
    const [secure = ''] = (await hub.logIn()).headers['set-cookie']![0]!.split(';');
    const plain = secure.replace('__Host-', '');
    const whoIs = async (cookie: string) =>
      sessionSchema.parse(JSON.parse((await hub.request('/api/v1/session', { headers: { cookie } })).text))
        .user?.username;
    expect(await whoIs(secure)).toBe('admin');
    expect(await whoIs(plain)).toBeUndefined();
    expect(await whoIs(`${plain}; ${secure}`)).toBe('admin');
    const socketOf = (cookie: string) =>
      new Promise<string>((resolve) => {
        const socket = io(hub.url, {
          path: livePath,
          transports: ['websocket'],
          reconnection: false,
          forceNew: true,
          ca: hub.certificate,
          extraHeaders: { cookie },
        });
        const tell = (outcome: string) => {
          socket.disconnect();
          resolve(outcome);
        };
        socket.once('connect', () => tell('connected'));
        socket.once('connect_error', ({ message }) => tell(message));
      });
    expect(await socketOf(secure)).toBe('connected');
    expect(await socketOf(plain)).toBe('not_authenticated');
  });

  it('says in one line what is wrong with a certificate, and is not started again', async () => {
    const write = (name: string, content: string) => {
      const file = path.join(work, name);
      fs.writeFileSync(file, content);
      return file;
    };
    const [good, other, old] = await Promise.all([
      makeSelfSignedCertificate(['hub'], Date.now()),
      makeSelfSignedCertificate(['hub'], Date.now()),
      makeSelfSignedCertificate(['hub'], Date.parse('2010-01-01T00:00:00Z')),
    ]);
    const certificate = write('good.pem', good.certificate);
    const key = write('good.key', good.key);
    const cases: [string, string, RegExp][] = [
      [certificate, write('other.key', other.key), /OPSGAUGE_TLS_KEY .*other\.key is not the key of /],
      [
        write('old.pem', old.certificate),
        write('old.key', old.key),
        /OPSGAUGE_TLS_CERT .*old\.pem expired on/,
      ],
      [write('text.pem', 'hello'), key, /OPSGAUGE_TLS_CERT .*text\.pem holds no certificate/],
      [certificate, path.join(work, 'none.key'), /OPSGAUGE_TLS_KEY .*none\.key cannot be read \(ENOENT\)/],
      [certificate, '', /OPSGAUGE_TLS_CERT and OPSGAUGE_TLS_KEY go together/],
    ];
    for (const [cert, keyFile, message] of cases) {
      const environment = { OPSGAUGE_TLS_CERT: cert, OPSGAUGE_TLS_KEY: keyFile };
      const { code, stderr } = await runToExit(path.join(work, 'unused'), environment);
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 78, lines: 1 });
      expect(stderr).toMatch(message);
    }
  });
});

describe('enrolment of a second host', () => {
  it('with Node: the line as printed, through sh', async () => {
    const { command, token } = await makeLines();
    expect(command).toContain(` --token ${token} --fingerprint ${hub.fingerprint} `);
    const host = newHost();
    host.begin('sh', ['-c', command]);
    await reporting(1);
    const { hubCertificate, hub: address } = enrolmentOf(host.state);
    expect(address).toBe(hub.url);
    expect(new crypto.X509Certificate(hubCertificate!).raw).toEqual(
      new crypto.X509Certificate(hub.certificate).raw,
    );
  });

  it('without Node: the line as printed, through sh, brings the runtime along', async () => {
    const { bootstrapCommand } = await makeLines();
    const tools = path.join(work, 'tools');
    fs.mkdirSync(tools);
    const names = 'sh curl sha256sum mktemp mkdir mv rm chmod id uname getconf nohup'.split(' ');
    for (const name of names) {
      const found = (process.env['PATH'] ?? '')
        .split(':')
        .map((folder) => path.join(folder, name))
        .find((file) => fs.existsSync(file));
      fs.symlinkSync(found!, path.join(tools, name));
    }
    const host = newHost({ PATH: tools });
    const { status, stdout, stderr } = await host.run(path.join(tools, 'sh'), ['-c', bootstrapCommand]);
    const [, pid] = /the agent runs as process (\d+)/.exec(stdout) ?? [];
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await reporting(2);
    expect(fs.readlinkSync(`/proc/${pid}/exe`)).toBe(path.join(host.folder, 'programs', 'node'));
    process.kill(Number(pid), 'SIGKILL');
  });

  it('refuses a script that somebody in between has changed', async () => {
    const { bootstrapCommand } = await makeLines();
    const between = https.createServer(
      await makeSelfSignedCertificate(['127.0.0.1'], Date.now()).then(({ certificate, key }) => ({
        cert: certificate,
        key,
      })),
      (_request, response) => response.end('touch attacked\n'),
    );
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    const { port } = between.address() as AddressInfo;
    const host = newHost();
    const line = bootstrapCommand.replaceAll(new URL(hub.url).host, `127.0.0.1:${port}`);
    const { status, stderr } = await host.run('sh', ['-c', line]);
    between.close();
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/checksum did NOT match/);
    expect(fs.readdirSync(host.folder)).toEqual([]);
  });

  it('refuses a wrong fingerprint in one line, and the token is still unused', async () => {
    const { token } = await makeLines();
    const host = newHost();
    const expected = `sha256:${'0'.repeat(64)}`;
    const parameters = ['enroll', '--hub', hub.url, '--token', token];
    expect(await host.agent(...parameters, '--fingerprint', expected)).toEqual({
      status: 5,
      stdout: '',
      stderr:
        'opsgauge-agent enroll: the certificate of the hub is not the expected one: ' +
        `expected ${expected}, seen ${hub.fingerprint}; nothing was sent\n`,
    });
    expect(fs.existsSync(host.state)).toBe(false);
    expect(await host.agent(...parameters, '--fingerprint', hub.fingerprint!)).toMatchObject({ status: 0 });
    expect(await host.agent(...parameters, '--fingerprint', hub.fingerprint!, '--again')).toMatchObject({
      status: 5,
      stderr: expect.stringContaining('enrolment_token_invalid') as string,
    });
  });

  it('says what to do where a certificate is not trusted and no fingerprint given', async () => {
    const { status, stderr } = await newHost().agent('enroll', '--hub', hub.url, '--token', 'unused-token');
    expect(status).toBe(5);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/not trusted here \(DEPTH_ZERO_SELF_SIGNED_CERT\), so nothing was sent: paste/);
  });

  it('needs no fingerprint where the system trusts the authority', async () => {
    const authorities = path.join(work, 'authorities.pem');
    fs.writeFileSync(authorities, hub.certificate);
    const { token } = await makeLines();
    const host = newHost({ SSL_CERT_FILE: authorities });
    expect(await host.agent('enroll', '--hub', hub.url, '--token', token)).toMatchObject({ status: 0 });
    expect(enrolmentOf(host.state)).not.toHaveProperty('hubCertificate');
  });

  /** A host that is enrolled, and then finds another server where its hub was, with a certificate of that key. */
  async function meet(certificate: string, key: string) {
    const { token } = await makeLines();
    const authorities = path.join(work, `authorities-${hosts}.pem`);
    fs.writeFileSync(authorities, certificate);
    const host = newHost({ SSL_CERT_FILE: authorities });
    await host.agent('enroll', '--hub', hub.url, '--token', token, '--fingerprint', hub.fingerprint!);
    const met = { connections: 0, requests: 0 };
    const server = https.createServer({ cert: certificate, key }, (_request, response) => {
      met.requests += 1;
      response.end('{}');
    });
    server.on('connection', (socket) => socket.once('close', () => (met.connections += 1)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const moved = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    fs.writeFileSync(
      path.join(host.state, 'enrolment.json'),
      JSON.stringify({ ...enrolmentOf(host.state), intervalSeconds: 1, hub: moved }),
    );
    const { child, output } = host.begin(process.execPath, [agentProgram, 'run']);
    const end = () => {
      endGroup(child.pid!);
      server.closeAllConnections();
      server.close();
    };
    return { met, output, end };
  }

  it('takes no other key afterwards, whoever vouches for it, and sends it nothing', async () => {
    const { certificate, key } = await makeSelfSignedCertificate(['127.0.0.1'], Date.now());
    const { met, output, end } = await meet(certificate, key);
    try {
      await until('a refusal', () => met.connections > 0, 30_000);
      await until('its reason', () =>
        (output.stdout + output.stderr).includes('the hub holds another key than at the enrolment'),
      );
      expect(met.requests).toBe(0);
    } finally {
      end();
    }
  });

  it('goes on reporting when the certificate is renewed with the same key', async () => {
    const key = fs.readFileSync(path.join(hub.directory, 'tls', 'key.pem'), 'utf8');
    const renewed = await makeSelfSignedCertificate(['renewed'], Date.now(), key);
    expect(renewed.certificate).not.toBe(hub.certificate);
    const { met, end } = await meet(renewed.certificate, renewed.key);
    await until('a report', () => met.requests > 0, 30_000).finally(end);
  });

  it('a certificate of the hub’s own is renewed in time, with its key', async () => {
    const configuration = readConfiguration({
      OPSGAUGE_DATA_DIR: path.join(work, 'own'),
      OPSGAUGE_HOST: '0.0.0.0',
    });
    const dayMs = 86_400_000;
    const first = (await loadTls(configuration, Date.now()))!;
    expect((await loadTls(configuration, Date.now() + 9 * 365 * dayMs))!.certificate).toBe(first.certificate);
    const renewed = (await loadTls(configuration, Date.now() + 11 * 365 * dayMs))!;
    expect(renewed.certificate).not.toBe(first.certificate);
    expect(renewed.key).toBe(first.key);
    expect(
      new crypto.X509Certificate(renewed.certificate).checkPrivateKey(crypto.createPrivateKey(first.key)),
    ).toBe(true);
    fs.rmSync(path.join(work, 'own', 'tls', 'certificate.pem'));
    expect((await loadTls(configuration, Date.now()))!.key).toBe(first.key);
  });
});

describe('what a new server fetches', () => {
  it('carries its sum, and the sum has a file of its own', async () => {
    const agent = await hub.request('/agent/opsgauge-agent.js');
    const sum = crypto.createHash('sha256').update(agent.text).digest('hex');
    expect(agent.headers['x-checksum-sha256']).toBe(sum);
    expect((await hub.request('/agent/opsgauge-agent.js.sha256')).text).toBe(`${sum}  opsgauge-agent.js\n`);
    expect((await hub.request('/agent/install.sh')).text).toContain(`agent_sha256='${sum}'`);
  });

  it.each(['linux-s390x', 'win32-x64', '..%2f..%2fetc%2fpasswd'])('has no runtime for %s', async (name) => {
    const { status, text } = await hub.request(`/agent/runtime/${name}`);
    expect({ status, ...(JSON.parse(text) as object) }).toMatchObject({
      status: 404,
      code: 'not_found',
      message: expect.stringMatching(/^no runtime of that name: the hub's Node is for linux-/) as string,
    });
  });
});

describe('behind a reverse proxy', () => {
  it('believes X-Forwarded-Proto and -For from the trusted address only', async () => {
    const forwarded = {
      host: 'hub.example.org',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
    };
    const proxied = await ServedHub.start({ OPSGAUGE_TRUSTED_PROXY: '10.0.0.5,127.0.0.2/31' });
    const cookieName = async (localAddress: string) => {
      const { headers } = await proxied.logIn(forwarded, localAddress);
      return headers['set-cookie']?.[0]?.split('=')[0];
    };
    try {
      expect(await cookieName('127.0.0.3')).toBe('__Host-opsgauge_session');
      expect(await cookieName('127.0.0.4')).toBe('opsgauge_session');
    } finally {
      await proxied.stop();
    }
  });
});
