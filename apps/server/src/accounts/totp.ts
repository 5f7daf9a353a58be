import crypto from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMs = 30_000;
/** Codes of the step before and after count too: clocks differ, and typing takes time. */
const toleratedSteps = 1;

/** A new secret of 160 bits, base32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return Array.from({ length: 32 }, () => alphabet[crypto.randomInt(alphabet.length)]).join('');
}

/** What an authenticator app reads from a QR code. */
export function otpauthUrl(secret: string, username: string): string {
  const issuer = 'OpsGauge';
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${secret}&issuer=${issuer}`;
}

/** The six digits of a step (RFC 6238 with SHA-1, as every app has it). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = crypto.createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest.at(-1)! & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export const totpStep = (nowMs: number): number => Math.floor(nowMs / stepMs);

/**
 * The step a code belongs to; null when it is wrong.
 * @param lastStep codes up to this step were used already
 */
export function acceptedStep(
  secret: string,
  code: string,
  nowMs: number,
  lastStep: number | null,
): number | null {
  const given = Buffer.from(code);
  const now = totpStep(nowMs);
  for (let step = now - toleratedSteps; step <= now + toleratedSteps; step++) {
    const expected = Buffer.from(totpCode(secret, step));
    if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) continue;
    if (lastStep === null || step > lastStep) return step;
  }
  return null;
}

function fromBase32(text: string): Buffer {
  let bits = '';
  for (const character of text) bits += alphabet.indexOf(character).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
