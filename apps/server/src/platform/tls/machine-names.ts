import os from 'node:os';

/** Names and addresses under which this machine is reached: its host name, the loopback, every interface's address. */
export function machineNames(): string[] {
  const addresses = Object.values(os.networkInterfaces())
    .flat()
    // A link-local address means nothing without the interface of the one who asks.
    .filter((found) => found !== undefined && !found.address.startsWith('fe80:'))
    .map((found) => found!.address);
  return [...new Set([os.hostname(), 'localhost', '127.0.0.1', '::1', ...addresses])];
}
