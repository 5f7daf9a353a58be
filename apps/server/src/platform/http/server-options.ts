import zlib from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newCorrelationId, type RequestContext, withRequestContext } from '../request-context.js';
import type { TlsMaterial } from '../tls/tls-material.js';

/** The largest body taken in, unpacked: a full report of samples with many devices fits several times over. */
export const bodyBytesMax = 4 * 1024 * 1024;

/** Agents report every ten seconds or so; a connection must outlive the pause between two reports. */
export const keepAliveMs = 75_000;

/** @param isTrustedProxy whose X-Forwarded-For and -Proto count; https where the hub has a certificate */
export const fastifyOptions = (
  isTrustedProxy: (address: string | undefined) => boolean,
  tls: TlsMaterial | null,
) => ({
  ...(tls ? { https: { cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' as const } } : {}),
  trustProxy: (address: string) => isTrustedProxy(address),
  bodyLimit: bodyBytesMax,
  keepAliveTimeout: keepAliveMs,
  genReqId: newCorrelationId,
  routerOptions: { maxParamLength: 200 },
});

/** Bodies that are no JSON: what a Prometheus writes, unpacked by the route itself. */
export function addBinaryBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/x-protobuf', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

/**
 * A hub that listens no more ends each connection with its answer. An agent reports more often than a connection is kept
 * idle for: one that was reporting when the hub began to stop would keep it from stopping for ever.
 */
export function endConnectionsOnClosing(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!fastify.server.listening) void reply.header('connection', 'close');
    done(null, payload);
  });
}

/** What every request goes through before Nest sees it. */
export function addRequestHooks(fastify: FastifyInstance): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    const context: RequestContext = { correlationId: request.id, address: request.ip, actor: null };
    contexts.set(request, context);
    withRequestContext(context, done);
  });
  // A body arrives by events of the connection, which know nothing of the request: its context is entered again.
  fastify.addHook('preValidation', (request, _reply, done) =>
    withRequestContext(contexts.get(request)!, done),
  );
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
