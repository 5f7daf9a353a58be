import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { principalOf } from './principal.js';

/**
 * Where somebody may look. What he may do there is his role's affair. `inventory` knows which systems and servers a
 * scope comes to.
 */
export type Scope = { readonly isEverything: true } | LimitedScope;

export interface LimitedScope {
  readonly isEverything: false;
  readonly organizationIds: readonly string[];
  readonly systemIds: readonly string[];
  readonly projectIds: readonly string[];
  /** A vendor sees nothing of the other vendors a system has had. */
  readonly isVendor: boolean;
}

/** The scope of somebody who is nobody. */
export const noScope: Scope = {
  isEverything: false,
  organizationIds: [],
  systemIds: [],
  projectIds: [],
  isVendor: false,
};

/** Alike for alike scopes: what is computed for one serves everybody who has it. */
export const scopeKey = (scope: Scope): string =>
  scope.isEverything
    ? 'everything'
    : JSON.stringify([
        [...scope.organizationIds].sort(),
        [...scope.systemIds].sort(),
        [...scope.projectIds].sort(),
        scope.isVendor,
      ]);

/** The scope of whoever sent the request. */
export const CurrentScope = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope => principalOf(context).scope ?? noScope,
);
