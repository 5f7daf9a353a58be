import type { FastifyReply } from 'fastify';
import { sessionLifeMs } from './sessions.service.js';

const cookieName = 'opsgauge_session';

/** The session token of a request's cookies; null without one. */
export function sessionToken(cookieHeader: string | undefined): string | null {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName && value) return value;
  }
  return null;
}

/** Out of reach of scripts and of other sites. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.header(
    'set-cookie',
    `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${sessionLifeMs / 1000}`,
  );
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.header('set-cookie', `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
}
