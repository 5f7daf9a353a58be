import { Spool } from '../spool/spool.js';
import { silentLog } from '../system/log.js';

/** Appends to the spool in a folder until the process is killed, printing each number once it is kept. */
const append = async (folder: string): Promise<never> => {
  const spool = await Spool.open(folder, { bytesMax: 1_000_000_000, recordsMax: 1_000_000 }, silentLog);
  for (;;) {
    const number = await spool.append((given) => JSON.stringify({ ...given, filling: 'x'.repeat(2000) }));
    process.stdout.write(`${JSON.stringify(number)}\n`);
  }
};

void append(process.argv[2] ?? '');
