import dns, { type LookupAddress } from 'node:dns';
import net, { BlockList, type LookupFunction } from 'node:net';
import { DeliveryError } from './delivery-error.js';

/**
 * Where clouds and machines keep what is nobody's business but their own. Private networks and the loopback are
 * allowed: that is where receivers of a government network are. The list also matches IPv4 written as IPv6.
 */
const refused = new BlockList();
refused.addSubnet('0.0.0.0', 8, 'ipv4');
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addAddress('100.100.100.200', 'ipv4');
refused.addSubnet('224.0.0.0', 3, 'ipv4');
refused.addAddress('::', 'ipv6');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addSubnet('ff00::', 8, 'ipv6');
refused.addAddress('fd00:ec2::254', 'ipv6');
// The same through a translator of IPv6 (NAT64, 6to4).
refused.addSubnet('64:ff9b::a9fe:0', 112, 'ipv6');
refused.addAddress('64:ff9b::6464:64c8', 'ipv6');
refused.addSubnet('2002:a9fe::', 32, 'ipv6');
refused.addSubnet('2002:6464:64c8::', 48, 'ipv6');

/** Whether the hub never connects to this address. */
export const isRefused = (address: string): boolean => {
  const [plain] = address.split('%') as [string];
  return refused.check(plain, net.isIPv6(plain) ? 'ipv6' : 'ipv4');
};

const refusal = (): DeliveryError =>
  new DeliveryError(
    'address_refused',
    'the host has a link-local or metadata address, which is never called',
  );

/**
 * @param host as it stands in a URL, in brackets where it is IPv6
 * @throws DeliveryError `address_refused` for an address written out, which is never looked up
 */
export function assertHostAllowed(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  if (net.isIP(bare) !== 0 && isRefused(bare)) throw refusal();
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
      if (addresses.some(({ address }) => isRefused(address))) return callback(refusal(), '', 4);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      return callback(null, first?.address ?? '', first?.family);
    });
