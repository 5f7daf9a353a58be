/** The environment without what the test runner and the caller's own hub put there: as a user's shell has it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(NODE_ENV|NODE_OPTIONS|JEST_WORKER_ID|OPSGAUGE_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
