import type { FastifyReply } from 'fastify';
import { sessionLifeMs } from './sessions.service.js';

const plainName = 'opsgauge_session';
/** A browser takes this name over https only, from this very host, so that a neighbouring host cannot plant one. */
const secureName = `__Host-${plainName}`;

const nameFor = (isSecure: boolean): string => (isSecure ? secureName : plainName);

/**
 * The session token of a request's cookies; null without one.
 * @param isSecure whether the client speaks https: then the plain cookie, which plain http may have set, counts for
 *   nothing
 */
export function sessionToken(cookieHeader: string | undefined, isSecure: boolean): string | null {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === nameFor(isSecure) && value) return value;
  }
  return null;
}

/** Out of reach of scripts, of other sites and, where the client speaks https, of the open network. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  setCookie(reply, token, sessionLifeMs / 1000);
}

export function clearSessionCookie(reply: FastifyReply): void {
  setCookie(reply, '', 0);
}

function setCookie(reply: FastifyReply, value: string, maxAgeSeconds: number): void {
  const isSecure = reply.request.protocol === 'https';
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`;
  void reply.header('set-cookie', `${nameFor(isSecure)}=${value}; ${attributes}`);
}
