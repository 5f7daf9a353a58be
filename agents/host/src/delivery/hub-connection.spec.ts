import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { HubConnection } from './hub-connection.js';

const ordinary = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
const servers: Server[] = [];

/** A server on a bare socket; `answer` gets the number of the connection and of the request on it. */
const serve = async (answer: (socket: Socket, connection: number, request: number) => void) => {
  const seen = { connections: 0 };
  const server = createServer((socket) => {
    const connection = (seen.connections += 1);
    let request = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => answer(socket, connection, (request += 1)));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hub = new HubConnection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { hub, seen };
};

const request = { path: '/x', text: '{}', limitMs: 5_000 };

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

it('keeps its connection, and takes another while one is busy', async () => {
  const { hub, seen } = await serve((socket) => socket.write(ordinary));
  await hub.post(request);
  await hub.post(request);
  expect(seen.connections).toBe(1);
  await Promise.all([hub.post(request), hub.post(request)]);
  expect(seen.connections).toBe(2);
  hub.close();
});

it('asks once more where a kept connection is closed instead of answered', async () => {
  const { hub, seen } = await serve((socket, connection, count) => {
    if (connection === 1 && count === 2) socket.destroy();
    else socket.write(ordinary);
  });
  await hub.post(request);
  expect(await hub.post(request)).toMatchObject({ status: 200 });
  expect(seen.connections).toBe(2);
  hub.close();
});

it('does not ask again where the first request on a connection gets no answer', async () => {
  const { hub, seen } = await serve((socket) => socket.destroy());
  await expect(hub.post(request)).rejects.toThrow();
  expect(seen.connections).toBe(1);
  hub.close();
});

it('gives up after its limit, and begins anew on another connection', async () => {
  const { hub, seen } = await serve((socket, connection) => void (connection > 1 && socket.write(ordinary)));
  await expect(hub.post({ ...request, limitMs: 50 })).rejects.toThrow('within 50 ms');
  expect(await hub.post(request)).toMatchObject({ status: 200, text: '{}' });
  expect(seen.connections).toBe(2);
  hub.close();
});

it('sends no credential that would begin another header', async () => {
  const { hub, seen } = await serve((socket) => socket.write(ordinary));
  await expect(hub.post({ ...request, credential: 'a\r\nx: y' })).rejects.toThrow('damaged');
  expect(seen.connections).toBe(0);
  hub.close();
});
