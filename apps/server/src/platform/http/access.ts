import { SetMetadata } from '@nestjs/common';
import type { Role } from '@opsgauge/contract';

/**
 * Who may call a route: anybody, an agent with its credential, a Prometheus or another monitor with its token, or a
 * person in one of the roles. Every route declares it; one that does not cannot be called, and keeps the hub from
 * starting.
 */
export type Access = 'public' | Machine | readonly Role[];

/** What comes in by a secret of its own, and nowhere else. */
const machines = ['agent', 'remote-write', 'alert-source'] as const;
export type Machine = (typeof machines)[number];

/** Whether what a route declares is a kind of machine, and not people. */
export const isMachine = (access: unknown): access is Machine =>
  (machines as readonly unknown[]).includes(access);

export const ACCESS_KEY = 'opsgauge:access';

/** Declares who may call the route. `admin` may do whatever any role may. */
export const AllowedFor = (...access: ['public'] | [Machine] | [Role, ...Role[]]): MethodDecorator => {
  const [first] = access;
  return SetMetadata(ACCESS_KEY, first === 'public' || isMachine(first) ? first : access);
};

/** Every role a person can have: for what each logged-in person may see. */
export const everyRole: [Role, ...Role[]] = ['admin', 'lead', 'operator', 'owner', 'evaluator'];
