import { SetMetadata } from '@nestjs/common';
import type { Role } from '@opsgauge/contract';

/**
 * Who may call a route: anybody, an agent with its credential, or a person in one of the roles. Every route declares
 * it; one that does not cannot be called, and keeps the hub from starting.
 */
export type Access = 'public' | 'agent' | readonly Role[];

export const ACCESS_KEY = 'opsgauge:access';

/** Declares who may call the route. `admin` may do whatever any role may. */
export const AllowedFor = (...access: ['public'] | ['agent'] | [Role, ...Role[]]): MethodDecorator =>
  SetMetadata(ACCESS_KEY, access[0] === 'public' || access[0] === 'agent' ? access[0] : access);

/** Every role a person can have: for what each logged-in person may see. */
export const everyRole: [Role, ...Role[]] = ['admin', 'lead', 'operator', 'owner', 'evaluator'];
