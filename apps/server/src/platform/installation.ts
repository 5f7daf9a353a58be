import type { TlsMaterial } from './tls/tls-material.js';

/** What the hub was put together with, beside its configuration. */
export interface Installation {
  /** Null: plain http. */
  readonly tls: TlsMaterial | null;
  /** The agent's built program; undefined where the hub runs without one beside it. */
  readonly agentProgram: string | undefined;
}

/** Injection token of the `Installation`. */
export const INSTALLATION = Symbol('installation');
