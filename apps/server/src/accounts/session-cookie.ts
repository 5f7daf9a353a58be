import type { FastifyReply } from 'fastify';
import { sessionLifeMs } from './sessions.service.js';

const plainName = 'opsgauge_session';
/** A browser takes this name over https only, from this very host, so that a neighbouring host cannot plant one. */
const secureName = `__Host-${plainName}`;

/** The session token of a request's cookies, that of https first; null without one. */
export function sessionToken(cookieHeader: string | undefined): string | null {
  const found = new Map<string, string>();
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name && value) found.set(name, value);
  }
  return found.get(secureName) ?? found.get(plainName) ?? null;
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
  const name = isSecure ? secureName : plainName;
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`;
  void reply.header('set-cookie', `${name}=${value}; ${attributes}`);
}
