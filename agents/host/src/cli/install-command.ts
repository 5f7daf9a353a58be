import { installService } from '../install/service.js';
import { serviceName } from '../install/service-unit.js';
import { parseOptions, type Command } from './command.js';
import { CommandError, exitCodes } from './exit-codes.js';
import { requireAdministrator } from './require-administrator.js';

const help = `opsgauge-agent install [--root DIR]

Makes the agent a systemd service of this host that starts with it: copies this file to
/usr/lib/opsgauge-agent, writes /etc/systemd/system/opsgauge-agent.service and starts it.
The service has a user of its own, a read-only file system but for /var/lib/opsgauge-agent,
and no capability but the one ping needs. Enrol first, as root; settings go to
/etc/opsgauge-agent.env. Once more, it updates what is there.

  --root DIR  install below DIR and start nothing: for an image

Exit codes: 0 installed, 1 it could not, 2 wrong use, 7 not an administrator`;

export const installCommand: Command = {
  help,
  run: async (parameters, { print }) => {
    const { root = '/' } = parseOptions(parameters, { root: { type: 'string' } });
    requireAdministrator(root);
    const [node = process.execPath, program] = process.argv;
    if (!program) throw new CommandError(exitCodes.failed, 'does not know which file it runs from');
    const { files, isStarted } = await installService({ root, node, program });
    for (const file of files) print(`wrote ${file}`);
    print(isStarted ? `started ${serviceName}` : 'started nothing: systemd does not run here, or --root');
    return exitCodes.ok;
  },
};
