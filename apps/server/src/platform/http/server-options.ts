import crypto from 'node:crypto';
import zlib from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { withCorrelationId } from '../logging/logger.js';

/** The largest body taken in, unpacked: a full report of samples with many devices fits several times over. */
export const bodyBytesMax = 4 * 1024 * 1024;

/** Agents report every ten seconds or so; a connection must outlive the pause between two reports. */
export const keepAliveMs = 75_000;

export const fastifyOptions = {
  bodyLimit: bodyBytesMax,
  keepAliveTimeout: keepAliveMs,
  genReqId: () => crypto.randomBytes(8).toString('hex'),
  routerOptions: { maxParamLength: 200 },
} as const;

/** What every request goes through before Nest sees it. */
export function addRequestHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    withCorrelationId(request.id, done);
  });
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.headers['content-encoding'] !== 'gzip') return done(null, payload);
    // The body limit counts what comes out, so that a small body cannot unpack into a large one.
    const unpacked = Object.assign(payload.pipe(zlib.createGunzip()), { receivedEncodedLength: 0 });
    payload.on('data', (chunk: Buffer) => (unpacked.receivedEncodedLength += chunk.length));
    payload.on('error', (error) => unpacked.destroy(error));
    delete request.headers['content-length'];
    done(null, unpacked);
  });
}
