type SystemInformation = Pick<
  typeof import('systeminformation'),
  'system' | 'cpu' | 'osInfo' | 'processes' | 'services'
>;

/**
 * What an inspection asks systeminformation for. Loaded only when one is made: the ordinary tick neither needs it nor
 * pays its memory. File by file, since its text as a whole would be more than half of the agent's.
 */
export const loadSystemInformation = async (): Promise<SystemInformation> => {
  const [{ system }, { cpu }, { osInfo }, { processes, services }] = [
    (await import('systeminformation/lib/system.js')).default,
    (await import('systeminformation/lib/cpu.js')).default,
    (await import('systeminformation/lib/osinfo.js')).default,
    (await import('systeminformation/lib/processes.js')).default,
  ];
  return { system, cpu, osInfo, processes, services };
};
