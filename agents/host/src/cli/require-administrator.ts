import { platform } from 'node:os';
import { CommandError, exitCodes } from './exit-codes.js';

/** @throws CommandError where the system's own folders would be written by somebody who may not, or know no systemd */
export const requireAdministrator = (root: string): void => {
  if (platform() !== 'linux')
    throw new CommandError(exitCodes.failed, 'a service is only installed on Linux with systemd');
  if (root === '/' && process.getuid?.() !== 0)
    throw new CommandError(exitCodes.noPermission, 'only root may install or remove a service');
};
