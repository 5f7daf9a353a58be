import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';

/** Who acts: a person with an account, or, with a null id, an agent. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
}

/** What is known of the request being answered, wherever in the code one is. */
export interface RequestContext {
  readonly correlationId: string;
  /** Where the request came from, as far as the trusted proxies say. */
  readonly address: string | null;
  /** Set by the access guard; null until then, and where nobody is logged in. */
  actor: Actor | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work`, and whatever it starts, as part of the request. */
export const withRequestContext = <T>(context: RequestContext, work: () => T): T =>
  storage.run(context, work);

/**
 * By which everything that belongs to one request, or to one piece of work of the hub's own, is found in the log: 16
 * digits. Of a UUID, since Node draws what is random in them for many at once.
 */
export const newCorrelationId = (): string => crypto.randomUUID().slice(0, 18).replaceAll('-', '');

/**
 * Runs `work`, and whatever it starts, as the hub's own: what it logs and writes down carries a number of its own, and
 * not that of a request that happened to set it off.
 */
export const inBackground = <T>(work: () => T): T =>
  withRequestContext(
    { correlationId: newCorrelationId(), address: null, actor: { id: null, name: 'hub' } },
    work,
  );

/** The request being answered, or the work of the hub's own; undefined at the start. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Says who sends the current request; outside of one it says nothing. */
export function setActor(actor: Actor): void {
  const context = storage.getStore();
  if (context) context.actor = actor;
}
