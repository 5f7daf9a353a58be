import type { EnrolmentTokenResponse } from '@opsgauge/contract';

export interface EnrolmentLine {
  /** `plain`: what is left where the hub has no agent to hand out, and before there is a token. */
  key: 'withNode' | 'withoutNode' | 'plain';
  line: string;
}

const plainLine = (hub: string, token: string): string =>
  `node opsgauge-agent.js enroll --hub ${hub} --token ${token}`;

/** The lines that the hub made ready, one for hosts with Node.js and one for any; else the agent's own command. */
export function enrolmentLines(hub: string, response: EnrolmentTokenResponse | undefined): EnrolmentLine[] {
  if (!response) return [{ key: 'plain', line: plainLine(hub, '········') }];
  const { token, command, bootstrapCommand } = response;
  const ready: EnrolmentLine[] = [
    ...(bootstrapCommand === null ? [] : [{ key: 'withoutNode' as const, line: bootstrapCommand }]),
    ...(command === null ? [] : [{ key: 'withNode' as const, line: command }]),
  ];
  return ready.length ? ready : [{ key: 'plain', line: plainLine(hub, token) }];
}
