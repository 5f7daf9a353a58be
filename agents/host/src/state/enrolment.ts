import { readFile } from 'node:fs/promises';
import type { EnrolmentResponse } from '@opsgauge/contract';
import { reasonOf } from '../system/log.js';
import { writeFileAtomically } from './atomic-file.js';
import type { StateFolder } from './state-folder.js';

/** What the hub answered to the enrolment, and which hub it was. Holds the credential. */
export interface Enrolment extends EnrolmentResponse {
  hub: string;
  /** PEM of the certificate that was compared by its fingerprint: its key is the only one taken since. */
  hubCertificate?: string | undefined;
  enrolledAt: string;
}

const texts = ['hub', 'serverId', 'serverName', 'credential', 'enrolledAt'] as const;

/** The agent wrote this file itself; the contract's parser would cost a fifth of its memory for it. */
const isEnrolment = (value: Partial<Record<string, unknown>>): boolean =>
  texts.every((name) => typeof value[name] === 'string' && value[name] !== '') &&
  typeof value.intervalSeconds === 'number' &&
  value.intervalSeconds > 0 &&
  ['string', 'undefined'].includes(typeof value.hubCertificate);

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * @returns `undefined` where the agent was never enrolled
 * @throws with the file's name where it cannot be read or is damaged
 */
export const loadEnrolment = async ({ enrolmentFile }: StateFolder): Promise<Enrolment | undefined> => {
  let text: string;
  try {
    text = await readFile(enrolmentFile, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Error(`cannot read ${enrolmentFile}: ${reasonOf(error)}`);
  }
  try {
    const found = JSON.parse(text) as Enrolment;
    if (isEnrolment({ ...found })) return found;
    throw new Error('a field is missing');
  } catch {
    // The parser's message could quote the credential.
    throw new Error(`${enrolmentFile} is damaged; enrol again with --again`);
  }
};

export const saveEnrolment = (folder: StateFolder, enrolment: Enrolment): Promise<void> =>
  writeFileAtomically(folder.enrolmentFile, `${JSON.stringify(enrolment, null, 2)}\n`);
