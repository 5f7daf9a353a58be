import net from 'node:net';

export interface BucketSize {
  /** How many may come at once. */
  readonly burst: number;
  /** How many come back a minute. */
  readonly perMinute: number;
}

/** So many addresses are remembered; past that the one seen longest ago is forgotten. */
const addressesMax = 10_000;

/** One bucket of tokens for each address, in memory. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; atMs: number }>();

  constructor(private readonly size: BucketSize) {}

  /**
   * Takes one token.
   * @param nowMs by a clock that never goes back
   * @returns milliseconds until there is one again; 0 when one was taken
   */
  take(address: string, nowMs: number): number {
    const { burst, perMinute } = this.size;
    const key = bucketKey(address);
    const known = this.buckets.get(key) ?? { tokens: burst, atMs: nowMs };
    const tokens = Math.min(burst, known.tokens + ((nowMs - known.atMs) / 60_000) * perMinute);
    const isTaken = tokens >= 1;
    // Put in anew, so that the first entry is the one seen longest ago.
    this.buckets.delete(key);
    this.buckets.set(key, { tokens: isTaken ? tokens - 1 : tokens, atMs: nowMs });
    if (this.buckets.size > addressesMax) this.buckets.delete(this.buckets.keys().next().value!);
    return isTaken ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60_000);
  }

  /** Gives one back: what it was taken for did no harm. */
  giveBack(address: string): void {
    const known = this.buckets.get(bucketKey(address));
    if (known) known.tokens = Math.min(this.size.burst, known.tokens + 1);
  }
}

/** Whoever has one IPv6 address has the 2^64 of its network. */
export function bucketKey(address: string): string {
  if (!net.isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [before = '', after] = address.split('%')[0]!.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
