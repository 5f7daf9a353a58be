import type { LookupAddress } from 'node:dns';
import { assertHostAllowed, guardedLookup, isRefused, type Resolve } from './refused-addresses.js';

it.each([
  '169.254.169.254',
  '169.254.0.1',
  '0.0.0.0',
  '100.100.100.200',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'febf::1',
  'ff02::1',
  'fd00:ec2::254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::ffff:0:0',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
])('never calls %s', (address) => expect(isRefused(address)).toBe(true));

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '8.8.8.8',
  '100.100.100.100',
  '::1',
  'fd00::1',
])('calls %s', (address) => expect(isRefused(address)).toBe(false));

it('refuses an address that is written out, in whatever way', () => {
  for (const text of ['169.254.169.254', '2852039166', '0xa9fea9fe', '[fe80::1]', '[::ffff:a9fe:a9fe]']) {
    expect(() => assertHostAllowed(new URL(`http://${text}/`).hostname)).toThrow('never called');
  }
  expect(() => assertHostAllowed(new URL('http://10.0.0.1/').hostname)).not.toThrow();
});

const answering =
  (...addresses: LookupAddress[]): Resolve =>
  (_, __, callback) =>
    callback(null, addresses);
const lookUp = (resolve: Resolve, all: boolean) =>
  new Promise((fulfil) => {
    guardedLookup(resolve)('receiver.test', { all }, (error, address) => fulfil(error ?? address));
  });

describe('a name', () => {
  const good = { address: '10.0.0.1', family: 4 };
  const bad = { address: '169.254.169.254', family: 4 };

  it.each([true, false])('one of whose addresses is refused is refused', async (all) => {
    expect(await lookUp(answering(good, bad), all)).toMatchObject({ code: 'address_refused' });
  });

  it('goes to exactly what it was looked up to be', async () => {
    expect(await lookUp(answering(good), true)).toEqual([good]);
    expect(await lookUp(answering(good), false)).toBe('10.0.0.1');
  });
});
