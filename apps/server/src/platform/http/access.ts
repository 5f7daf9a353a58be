import { SetMetadata } from '@nestjs/common';
import type { Role } from '@opsgauge/contract';

/**
 * Who may call a route: anybody, an agent with its credential, a Prometheus with its token, or a person in one of the
 * roles. Every route declares
 * it; one that does not cannot be called, and keeps the hub from starting.
 */
export type Access = 'public' | Machine | readonly Role[];

/** What comes in by a secret of its own, and nowhere else. */
export type Machine = 'agent' | 'remote-write';

export const ACCESS_KEY = 'opsgauge:access';

/** Declares who may call the route. `admin` may do whatever any role may. */
export const AllowedFor = (...access: ['public'] | [Machine] | [Role, ...Role[]]): MethodDecorator => {
  const [first] = access;
  const isNoRole = first === 'public' || first === 'agent' || first === 'remote-write';
  return SetMetadata(ACCESS_KEY, isNoRole ? first : access);
};

/** Every role a person can have: for what each logged-in person may see. */
export const everyRole: [Role, ...Role[]] = ['admin', 'lead', 'operator', 'owner', 'evaluator'];
