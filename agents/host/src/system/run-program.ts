import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Output of one of the host's own programs, by a fixed name and fixed arguments. @throws where it is missing or fails */
export const runProgram = async (name: string, parameters: string[]): Promise<string> => {
  const { stdout } = await execute(name, parameters, {
    timeout: 10_000,
    maxBuffer: 4 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout;
};
