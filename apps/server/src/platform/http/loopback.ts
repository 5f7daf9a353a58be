import net from 'node:net';

/** Whether a host name or address is this very machine and nothing else. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  return address === 'localhost' || address === '::1' || (net.isIPv4(address) && address.startsWith('127.'));
}
