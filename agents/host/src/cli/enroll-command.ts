import { arch, hostname, platform, release } from 'node:os';
import {
  enrolmentRequestSchema,
  enrolmentResponseSchema,
  errorBodySchema,
  type EnrolmentResponse,
} from '@opsgauge/contract';
import { HubConnection, type HubAnswer } from '../delivery/hub-connection.js';
import {
  explainUntrusted,
  fetchPinnedCertificate,
  FingerprintMismatchError,
  parseFingerprint,
} from '../delivery/pinned-certificate.js';
import { loadEnrolment, saveEnrolment } from '../state/enrolment.js';
import { HubAddressError, parseHubAddress } from '../state/hub-address.js';
import { locateStateFolder, prepareStateFolder } from '../state/state-folder.js';
import { createHostFiles } from '../system/host-files.js';
import { readDistribution } from '../system/distribution.js';
import { reasonOf } from '../system/log.js';
import { agentVersion } from '../version.js';
import { parseOptions, stateOption, type Command, type Surroundings } from './command.js';
import { CommandError, exitCodes } from './exit-codes.js';

const limitMs = 20_000;

const help = `opsgauge-agent enroll --hub URL [--token TOKEN | --token -] [--fingerprint sha256:HEX] [--state DIR]
                      [--again]

Makes this host known to a hub, once, with a one-time token that the hub gave.

  --hub URL      address of the hub: https, or http to this machine only
  --token TOKEN  the one-time token; - reads it from standard input. Better not on the
                 command line, where other users see it: OPSGAUGE_ENROLMENT_TOKEN
  --fingerprint  of the hub's certificate where no authority vouches for it: compared before the
                 token is sent, after which this host takes that certificate's key and no other
  --state DIR    state folder (see: opsgauge-agent help)
  --again        enrol a host that is enrolled already; samples not delivered yet are kept

Exit codes: 0 enrolled, 2 wrong use, 4 enrolled already, 5 the hub refuses or does not answer`;

const findToken = async (
  given: string | undefined,
  { environment, readStandardInput }: Surroundings,
): Promise<string> => {
  const token = (
    given === '-' ? await readStandardInput() : (given ?? environment.OPSGAUGE_ENROLMENT_TOKEN ?? '')
  ).trim();
  if (token) return token;
  throw new CommandError(exitCodes.usage, 'no token: give --token or set OPSGAUGE_ENROLMENT_TOKEN');
};

const explain = ({ status, text }: HubAnswer): string => {
  try {
    const { code, message } = errorBodySchema.parse(JSON.parse(text));
    return `${message} (${code})`;
  } catch {
    return `it answers ${status}`;
  }
};

const unreachable = (hub: string, error: unknown): CommandError =>
  new CommandError(
    exitCodes.hubFailed,
    explainUntrusted(hub, error) ?? `the hub at ${hub} cannot be reached: ${reasonOf(error)}`,
  );

/** The certificate to hold the hub to; `undefined` where the system's authorities decide. */
const findCertificate = async (hub: string, given: string | undefined): Promise<string | undefined> => {
  if (given === undefined) return undefined;
  const expected = parseFingerprint(given);
  if (!expected)
    throw new CommandError(exitCodes.usage, '--fingerprint looks like sha256: and 64 hexadecimal digits');
  if (!hub.startsWith('https:'))
    throw new CommandError(exitCodes.usage, '--fingerprint needs a hub at https://…');
  try {
    return await fetchPinnedCertificate(hub, expected, limitMs);
  } catch (error) {
    if (error instanceof FingerprintMismatchError) throw new CommandError(exitCodes.hubFailed, error.message);
    throw unreachable(hub, error);
  }
};

const askHub = async (
  hub: string,
  token: string,
  certificate: string | undefined,
): Promise<EnrolmentResponse> => {
  const request = enrolmentRequestSchema.safeParse({
    token,
    hostname: hostname(),
    platform: platform(),
    architecture: arch(),
    operatingSystem: readDistribution(createHostFiles()) ?? `Linux ${release()}`,
    agentVersion,
  });
  if (!request.success)
    throw new CommandError(exitCodes.usage, 'the token does not look like one: 8 to 128 characters');
  const connection = new HubConnection(hub, certificate);
  try {
    const answer = await connection.post({
      path: '/api/v1/agent/enroll',
      text: JSON.stringify(request.data),
      limitMs,
    });
    if (answer.status < 200 || answer.status > 299)
      throw new CommandError(exitCodes.hubFailed, `the hub did not enrol this host: ${explain(answer)}`);
    const response = enrolmentResponseSchema.safeParse(JSON.parse(answer.text));
    if (response.success) return response.data;
    throw new CommandError(
      exitCodes.hubFailed,
      `what answers at ${hub} is not an OpsGauge hub of this version`,
    );
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw unreachable(hub, error);
  } finally {
    connection.close();
  }
};

const parseHub = (given: string | undefined): string => {
  if (!given) throw new CommandError(exitCodes.usage, 'no hub: give --hub https://…');
  try {
    return parseHubAddress(given);
  } catch (error) {
    if (error instanceof HubAddressError) throw new CommandError(exitCodes.usage, error.message);
    throw error;
  }
};

export const enrollCommand: Command = {
  help,
  run: async (parameters, surroundings) => {
    const options = parseOptions(parameters, {
      ...stateOption,
      hub: { type: 'string' },
      token: { type: 'string' },
      fingerprint: { type: 'string' },
      again: { type: 'boolean' },
    });
    const hub = parseHub(options.hub);
    const folder = locateStateFolder(options.state, surroundings.environment);
    // A damaged file must not stand in the way of enrolling again.
    const known = options.again ? undefined : await loadEnrolment(folder);
    if (known)
      throw new CommandError(
        exitCodes.alreadyEnrolled,
        `enrolled already as ${known.serverName} at ${known.hub}; --again enrols anew`,
      );
    const token = await findToken(options.token, surroundings);
    const hubCertificate = await findCertificate(hub, options.fingerprint);
    prepareStateFolder(folder);
    const response = await askHub(hub, token, hubCertificate);
    const enrolledAt = new Date().toISOString();
    await saveEnrolment(folder, { ...response, hub, hubCertificate, enrolledAt });
    surroundings.print(`enrolled as ${response.serverName} (${response.serverId}) at ${hub}`);
    return exitCodes.ok;
  },
};
