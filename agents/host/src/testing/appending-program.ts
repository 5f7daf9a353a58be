import { Spool } from '../spool/spool.js';
import { silentLog } from '../system/log.js';

/** Appends to the spool named by the first argument until it is killed, printing each number once it is kept. */
const [, , folder = ''] = process.argv;
const spool = await Spool.open(folder, { bytesMax: 1_000_000_000, recordsMax: 1_000_000 }, silentLog);
for (;;) {
  const number = await spool.append((given) => JSON.stringify({ ...given, filling: 'x'.repeat(2000) }));
  process.stdout.write(`${JSON.stringify(number)}\n`);
}
