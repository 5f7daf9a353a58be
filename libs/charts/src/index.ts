export * from './gaps.js';
export * from './options.js';
export * from './plugins/crosshair.js';
export * from './register.js';
export * from './theme.js';
export * from './time-series-chart.js';
export * from './time-ticks.js';
