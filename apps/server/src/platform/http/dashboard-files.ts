import fs from 'node:fs';
import path from 'node:path';
import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorFilter } from '../errors/error-filter.js';

/** Paths that are never a page of the dashboard. */
const notPages = /^\/(agent|api|ws|assets)(\/|$|\?)/;

/**
 * Serves the built dashboard's files, and its index for any other path that a browser asks for as a page: pages have
 * URLs of their own.
 *
 * @param directory the dashboard's `dist`; without one the hub runs as an API only
 * @param errors answers everything else that is not found
 */
export async function serveDashboard(
  app: NestFastifyApplication,
  directory: string,
  errors: ErrorFilter,
): Promise<void> {
  const index = path.join(directory, 'index.html');
  if (!fs.existsSync(index)) return;
  // Loaded only where there is a dashboard to serve: a hub that is an API only does without it.
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic as never, {
    root: directory,
    wildcard: false,
    index: false,
    // The build leaves .br and .gz beside its files; they are sent in a file's place, never under their own names.
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders: (reply: FastifyReply, file: string) => {
      // Built files carry a hash of their content in their name; others may change under theirs.
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.useGlobalFilters(new PageFilter(errors));
}

@Catch(NotFoundException)
class PageFilter implements ExceptionFilter {
  constructor(private readonly errors: ErrorFilter) {}

  catch(notFound: NotFoundException, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { method, url, headers } = http.getRequest<FastifyRequest>();
    // Whoever asks for the address itself, a load balancer or curl, is not told that nothing is there.
    const isWanted = url === '/' || (headers.accept ?? '').includes('text/html');
    const isPage = method === 'GET' && !notPages.test(url) && isWanted;
    if (!isPage) return this.errors.catch(notFound, host);
    const reply = http.getResponse<FastifyReply & { sendFile(name: string): FastifyReply }>();
    void reply.status(200).sendFile('index.html');
  }
}
