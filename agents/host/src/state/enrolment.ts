import { readFile } from 'node:fs/promises';
import { enrolmentResponseSchema, instantSchema } from '@opsgauge/contract';
import { reasonOf } from '../system/log.js';
import { writeFileAtomically } from './atomic-file.js';
import type { StateFolder } from './state-folder.js';

/** What the hub answered to the enrolment, and which hub it was. Holds the credential. */
const enrolmentSchema = enrolmentResponseSchema.extend({
  hub: enrolmentResponseSchema.shape.serverName,
  /** PEM of the certificate that was compared by its fingerprint: its key is the only one taken since. */
  hubCertificate: enrolmentResponseSchema.shape.serverName.optional(),
  enrolledAt: instantSchema,
});
export type Enrolment = ReturnType<typeof enrolmentSchema.parse>;

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
    return enrolmentSchema.parse(JSON.parse(text));
  } catch {
    // The parser's message could quote the credential.
    throw new Error(`${enrolmentFile} is damaged; enrol again with --again`);
  }
};

export const saveEnrolment = (folder: StateFolder, enrolment: Enrolment): Promise<void> =>
  writeFileAtomically(folder.enrolmentFile, `${JSON.stringify(enrolment, null, 2)}\n`);
