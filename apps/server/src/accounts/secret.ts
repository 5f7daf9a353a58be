import crypto from 'node:crypto';

/** A random secret of 256 bits, safe in URLs and headers. */
export const newSecret = (): string => crypto.randomBytes(32).toString('base64url');

/** What is stored of a random secret. Its entropy makes a slow hash needless; passwords go through scrypt. */
export const hashSecret = (secret: string): Buffer => crypto.createHash('sha256').update(secret).digest();
