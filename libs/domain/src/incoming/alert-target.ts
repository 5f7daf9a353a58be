/** What a label says of whose an alert is. */
export interface AlertAssignment {
  readonly label: string;
  readonly value: string;
  /** One of the two. */
  readonly systemId: string | null;
  readonly serverId: string | null;
}

/** A server with the names it goes by. */
export interface NamedServer {
  readonly id: string;
  readonly hostname: string;
  readonly name: string;
  readonly address: string | null;
}

export type AlertTarget =
  | { readonly kind: 'system'; readonly systemId: string }
  | { readonly kind: 'server'; readonly serverId: string };

/** Labels that name a host, the surest first. */
const hostLabels = ['hostname', 'nodename', 'host', 'node', 'server', 'instance', 'hostName', 'address'];

/**
 * Whose an alert is: what somebody has said of its labels, the first first, else the one server that goes by the host it
 * names. Null: nobody can tell, as of a name that two servers share.
 */
export function alertTarget(
  labels: Readonly<Record<string, string>>,
  assignments: readonly AlertAssignment[],
  servers: readonly NamedServer[],
): AlertTarget | null {
  const said = assignments.find(
    ({ label, value }) => Object.hasOwn(labels, label) && labels[label] === value,
  );
  if (said) {
    return said.serverId === null
      ? { kind: 'system', systemId: said.systemId! }
      : { kind: 'server', serverId: said.serverId };
  }
  for (const label of hostLabels) {
    const host = Object.hasOwn(labels, label) ? hostOf(labels[label]!) : '';
    const found = host === '' ? [] : servers.filter((server) => goesBy(server, host));
    if (found.length === 1) return { kind: 'server', serverId: found[0]!.id };
  }
  return null;
}

/** Without port and brackets: `web-01:9100`, `[2001:db8::1]:9100`, `http://web-01/health`. */
function hostOf(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/\/.*$/, '');
  const bracketed = /^\[([^\]]+)\]/.exec(plain)?.[1];
  if (bracketed !== undefined) return bracketed;
  return plain.split(':').length === 2 ? plain.replace(/:\d*$/, '') : plain;
}

function goesBy({ hostname, name, address }: NamedServer, host: string): boolean {
  const names = [hostname, name, address ?? ''].map((text) => text.toLowerCase());
  const isShort = !host.includes('.') && hostname.toLowerCase().startsWith(`${host}.`);
  return names.includes(host) || isShort;
}
