import { uninstallService } from '../install/service.js';
import { parseOptions, type Command } from './command.js';
import { exitCodes } from './exit-codes.js';
import { requireAdministrator } from './require-administrator.js';

const help = `opsgauge-agent uninstall [--root DIR] [--keep-state]

Stops the service and removes everything install and the service wrote: unit, program,
settings, and the state with the credential and the samples not delivered yet. The hub
keeps the server and what it reported.

  --root DIR    remove what was installed below DIR
  --keep-state  leave /var/lib/opsgauge-agent as it is

Exit codes: 0 nothing is left, 1 it could not, 2 wrong use, 7 not an administrator`;

export const uninstallCommand: Command = {
  help,
  run: async (parameters, { print }) => {
    const options = parseOptions(parameters, { root: { type: 'string' }, 'keep-state': { type: 'boolean' } });
    const { root = '/' } = options;
    requireAdministrator(root);
    await uninstallService(root, options['keep-state'] ?? false);
    print('removed the service and its files');
    return exitCodes.ok;
  },
};
