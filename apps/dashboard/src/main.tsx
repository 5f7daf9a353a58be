/**
 * zod compiles its parsers with `new Function`, which the hub's content security policy forbids; the browser would
 * report the attempt as an error. It reads this while schemas are made, so it must stand before they are imported.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

await import('./start.js');

export {};
