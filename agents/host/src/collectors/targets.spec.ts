import { createServer, type AddressInfo } from 'node:net';
import { until } from '../testing/until.js';
import { parsePing, probeTarget } from './target-probe.js';
import { createTargetsCollector } from './targets.js';

it('reads the summaries of iputils and of busybox', () => {
  const iputils = `PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.

--- 10.0.0.1 ping statistics ---
4 packets transmitted, 3 received, 25% packet loss, time 903ms
rtt min/avg/max/mdev = 0.321/0.456/0.612/0.101 ms
`;
  const busybox = `4 packets transmitted, 4 packets received, 0% packet loss
round-trip min/avg/max = 1.111/2.345/3.333 ms
`;
  expect(parsePing(iputils)).toEqual({ lossPercent: 25, latencyMs: 0.46 });
  expect(parsePing(busybox)).toEqual({ lossPercent: 0, latencyMs: 2.35 });
  expect(parsePing('4 packets transmitted, 0 received, 100% packet loss, time 3060ms\n')).toEqual({
    lossPercent: 100,
  });
  expect(parsePing('ping: socket: Operation not permitted')).toBeUndefined();
});

it('connects by TCP where ping may not be run, and says so', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = { name: 'database', host: '127.0.0.1', port };
  const noPing = async () => undefined;
  expect(await probeTarget(target, noPing)).toEqual({
    name: 'database',
    method: 'tcp',
    lossPercent: 0,
    latencyMs: expect.any(Number),
  });
  await new Promise((resolve) => server.close(resolve));
  expect((await probeTarget(target, noPing)).lossPercent).toBe(0);
});

it('asks once a minute, and tells each answer once', async () => {
  let asked = 0;
  const collector = createTargetsCollector([{ name: 'hub', host: 'hub', port: 443 }], async ({ name }) => {
    asked += 1;
    return { name, method: 'icmp', lossPercent: 0, latencyMs: asked };
  });
  expect(collector.collect(0)).toEqual({});
  let found = {};
  await until(() => 'additional' in (found = collector.collect(10_000)), 'the answer is there');
  expect(found).toEqual({
    additional: { targets: [{ name: 'hub', method: 'icmp', lossPercent: 0, latencyMs: 1 }] },
  });
  expect(collector.collect(59_999)).toEqual({});
  expect(asked).toBe(1);
  collector.collect(60_000);
  expect(asked).toBe(2);
});
