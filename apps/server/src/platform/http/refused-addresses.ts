import dns, { type LookupAddress } from 'node:dns';
import net, { BlockList, type LookupFunction } from 'node:net';
import { refusedSubnets } from '@opsgauge/contract';

const refused = new BlockList();
for (const [address, prefix, family] of refusedSubnets) refused.addSubnet(address, prefix, family);

/** An address that is never connected to, whoever asks for it. */
export class RefusedAddressError extends Error {
  readonly code = 'address_refused';

  constructor() {
    super('the host has a link-local or metadata address, which is never called');
    this.name = 'RefusedAddressError';
  }
}

/** Whether the hub never connects to this address. */
export const isRefused = (address: string): boolean => {
  const [plain] = address.split('%') as [string];
  return refused.check(plain, net.isIPv6(plain) ? 'ipv6' : 'ipv4');
};

/**
 * @param host as it stands in a URL, in brackets where it is IPv6
 * @throws RefusedAddressError for an address written out, which is never looked up
 */
export function assertHostAllowed(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (net.isIP(bare) !== 0 && isRefused(bare)) throw new RefusedAddressError();
}

/** Names to addresses, as `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: dns.LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks a name up for one connection, which goes to exactly what was looked at: a name that answers differently the
 * second time gains nothing.
 */
export const guardedLookup =
  (resolve: Resolve = dns.lookup): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 4);
      if (addresses.some(({ address }) => isRefused(address)))
        return callback(new RefusedAddressError(), '', 4);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      return callback(null, first?.address ?? '', first?.family);
    });
