import crypto from 'node:crypto';

/** A random secret of 256 bits, safe in URLs, in headers and on a command line, where a leading hyphen is an option. */
export const newSecret = (): string => crypto.randomBytes(32).toString('hex');

/** What is stored of a random secret. Its entropy makes a slow hash needless; passwords go through scrypt. */
export const hashSecret = (secret: string): Buffer => crypto.createHash('sha256').update(secret).digest();

/** A secret that a person can type: 80 bits in four groups, without letters and digits that look alike. */
export function readableSecret(): string {
  const alphabet = '23456789abcdefghijkmnpqrstuvwxyz';
  const characters = Array.from({ length: 16 }, () => alphabet[crypto.randomInt(alphabet.length)]);
  return [0, 4, 8, 12].map((from) => characters.slice(from, from + 4).join('')).join('-');
}
