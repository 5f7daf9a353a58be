import { isIP } from 'node:net';

export class HubAddressError extends Error {}

const isLoopback = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
};

/**
 * The hub's address without a slash at its end. Plain http is taken to this machine only, since the credential and the
 * readings would cross the network for all to read.
 * @throws HubAddressError saying what is wrong
 */
export const parseHubAddress = (text: string): string => {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new HubAddressError(`"${text}" is not an address; it looks like https://hub.example.org`);
  }
  if (url.username || url.password || url.search || url.hash)
    throw new HubAddressError(
      'the address of the hub may hold neither a name and password, nor a query, nor a fragment',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new HubAddressError(`plain http is only for a hub on this machine; use https://${url.host}`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HubAddressError(`the hub is reached by https, not by ${url.protocol.slice(0, -1)}`);
  return url.href.replace(/\/+$/, '');
};
