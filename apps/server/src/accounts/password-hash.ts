import crypto from 'node:crypto';
import { promisify } from 'node:util';

const scrypt = promisify(
  (
    password: string,
    salt: Buffer,
    length: number,
    options: crypto.ScryptOptions,
    done: (e: Error | null, key: Buffer) => void,
  ) => crypto.scrypt(password, salt, length, options, done),
);

const cost = { N: 1 << 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const keyBytes = 32;

/** `scrypt$N$r$p$salt$key`: the cost stands in the hash, so that it can be raised without locking anybody out. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(16);
  const key = await scrypt(password.normalize('NFC'), salt, keyBytes, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compares in constant time. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || !salt || !key) throw new Error('unknown password hash');
  const expected = Buffer.from(key, 'base64url');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem };
  const actual = await scrypt(
    password.normalize('NFC'),
    Buffer.from(salt, 'base64url'),
    expected.length,
    options,
  );
  return crypto.timingSafeEqual(actual, expected);
}
