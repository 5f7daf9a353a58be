import { promisify } from 'node:util';
import { reasonOf } from '../system/log.js';

const limitMs = 5 * 60_000;
const bytesMax = 16 * 1024 * 1024;

/**
 * A reading made by a process of its own: what an inspection loads (a library, the programs' outputs) goes with that
 * process, and never counts against the agent that stays.
 * @param stateFolder the child is told where the figures since the last inspection lie
 * @returns JSON of an inspection reading
 * @throws saying what the child said
 */
export const readInChild = async (stateFolder: string): Promise<string> => {
  const [node, program = ''] = process.argv;
  const parameters = [program, 'inspect', '--json', '--state', stateFolder];
  try {
    const { execFile } = await import('node:child_process');
    const { stdout } = await promisify(execFile)(node ?? process.execPath, parameters, {
      timeout: limitMs,
      maxBuffer: bytesMax,
    });
    return stdout.trim();
  } catch (error) {
    throw new Error(`no reading could be made: ${reasonOf(error)}`.slice(0, 500));
  }
};
