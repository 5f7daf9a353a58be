import { commonPasswords, comparable } from './common-passwords.js';

const charactersMin = 12;

/** The rule that a password breaks, as the end of a sentence about it; null where it breaks none. */
export function brokenPasswordRule(username: string, password: string): string | null {
  if ([...password].length < charactersMin) return `must have at least ${charactersMin} characters`;
  const compared = comparable(password);
  if (commonPasswords.has(compared) || new Set(compared).size < 4) return 'is too common';
  return password.toLowerCase().includes(username.toLowerCase()) ? 'must not contain the user name' : null;
}
