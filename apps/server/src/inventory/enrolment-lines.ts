/** What the lines to paste are made of. */
export interface EnrolmentLineParts {
  /** The hub's origin as the new server reaches it; made of letters, digits, `.`, `:`, `-`, `_` and brackets only. */
  readonly hub: string;
  readonly token: string;
  /** Where no authority vouches for the hub's certificate. */
  readonly fingerprint: string | undefined;
  readonly agentSha256: string;
  readonly scriptSha256: string;
}

/** Fetched without asking an authority where there is none: the sum that follows decides (see `enrolmentScript`). */
const fetchChecked = (url: string, file: string, sha256: string, isSelfSigned: boolean): string =>
  `{ curl -fsS${isSelfSigned ? 'k' : ''} -o ${file} '${url}' || ` +
  `wget -q${isSelfSigned ? ' --no-check-certificate' : ''} -O ${file} '${url}'; } && ` +
  `echo "${sha256}  "${file} | sha256sum -c - >/dev/null`;

/** For a Linux server with Node.js 20.19 or later: agent and state where one stands, running until Ctrl-C. */
export function nodeLine({ hub, token, fingerprint, agentSha256 }: EnrolmentLineParts): string {
  const file = './opsgauge-agent.js';
  const pin = fingerprint ? ` --fingerprint ${fingerprint}` : '';
  return (
    `${fetchChecked(`${hub}/agent/opsgauge-agent.js`, file, agentSha256, fingerprint !== undefined)} && ` +
    `node ${file} enroll --hub '${hub}' --token ${token}${pin} && node ${file} run`
  );
}

/** For any Linux server: fetches the agent, and a runtime where there is none, enrols and leaves the agent running. */
export function bootstrapLine({ hub, token, fingerprint, scriptSha256 }: EnrolmentLineParts): string {
  const script = '"$d/install.sh"';
  const pin = fingerprint ? ` ${fingerprint}` : '';
  return (
    `(umask 077; d=$(mktemp -d) && ` +
    `${fetchChecked(`${hub}/agent/install.sh`, script, scriptSha256, fingerprint !== undefined)} && ` +
    `OPSGAUGE_ENROLMENT_TOKEN=${token} sh ${script} '${hub}'${pin})`
  );
}
