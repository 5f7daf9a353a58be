export * from './agent-wire.js';
export * from './error-code.js';
export * from './http.js';
export * from './live.js';
export * from './metrics.js';
