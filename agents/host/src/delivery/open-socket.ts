import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Trust } from './trusted-authorities.js';

/**
 * A connected socket; over TLS it is returned only once the other side is known to be the hub.
 * @param trust what decides that; not asked for plain http
 * @throws the error of the connection, an untrusted certificate among them; or after `limitMs`
 */
export const openSocket = (url: URL, trust: Trust | undefined, limitMs: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const ready = () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    };
    const timer = setTimeout(() => fail(new Error(`no connection to the hub within ${limitMs} ms`)), limitMs);
    const open = (): Socket => {
      if (!trust) return connectPlain({ host, port: Number(url.port || 80) }, ready);
      const { secureContext, rejectUnauthorized = true, check } = trust;
      const name = isIP(host) ? {} : { servername: host };
      const options = { host, port: Number(url.port || 443), secureContext, rejectUnauthorized, ...name };
      const secure = connectSecurely(options, () => {
        try {
          check?.(secure);
          ready();
        } catch (error) {
          fail(error as Error);
        }
      });
      return secure;
    };
    const socket = open();
    socket.once('error', fail);
  });
