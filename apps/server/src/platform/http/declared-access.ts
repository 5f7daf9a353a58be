import type { INestApplicationContext } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS_KEY, type Access } from './access.js';

/** One handler of a controller with what it declares. */
export interface DeclaredRoute {
  readonly handler: string;
  readonly access: Access | undefined;
}

/** Every route of the application with its declaration. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype, name }) =>
      scanner
        .getAllMethodNames(Object.getPrototypeOf(instance) as object)
        .map((method) => ({
          method,
          handler: (metatype as { prototype: Record<string, object> }).prototype[method]!,
        }))
        .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler))
        .map(({ method, handler }) => ({
          handler: `${name}.${method}`,
          access: Reflect.getMetadata(ACCESS_KEY, handler) as Access | undefined,
        })),
    );
}

/** @throws Error naming the routes that do not declare who may call them */
export function assertEveryRouteDeclaresAccess(app: INestApplicationContext): void {
  const undeclared = declaredRoutes(app).filter(({ access }) => access === undefined);
  if (undeclared.length > 0) {
    throw new Error(`routes without @AllowedFor: ${undeclared.map(({ handler }) => handler).join(', ')}`);
  }
}
