/** What a probe asks and how its answer is named, whoever asks: the hub, or an agent. */

/** A page whose body is read, as a browser would, to its last byte. */
export interface HttpTarget {
  readonly kind: 'http';
  readonly url: string;
  readonly method: 'GET' | 'HEAD';
  /** Null: any from 200 to 299. */
  readonly expectedStatus: number | null;
  /** Has to be in the body; null: nothing has to. */
  readonly expectedText: string | null;
  readonly followsRedirects: boolean;
  /** Whether a certificate nobody vouches for is a failure. */
  readonly verifiesCertificate: boolean;
}
/** A port that has to take connections. */
export interface TcpTarget {
  readonly kind: 'tcp';
  readonly host: string;
  readonly port: number;
}
/** A host that has to answer echo requests; by connections to `port` where no `ping` may be run. */
export interface IcmpTarget {
  readonly kind: 'icmp';
  readonly host: string;
  readonly port: number;
}
export type ProbeTarget = HttpTarget | TcpTarget | IcmpTarget;

/** Every way an attempt can end. Codes are stable; only `ok` is a success. */
export const probeOutcomes = [
  'ok',
  'refused',
  'timed_out',
  'name_unknown',
  'unreachable',
  'connection_lost',
  'address_forbidden',
  'certificate_expired',
  'certificate_name_wrong',
  'certificate_untrusted',
  'tls_failed',
  'redirected',
  'status_wrong',
  'text_missing',
  'body_too_large',
  'no_answer',
  'failed',
] as const;
export type ProbeOutcome = (typeof probeOutcomes)[number];

/** What came of one attempt. */
export interface ProbeAttempt {
  readonly outcome: ProbeOutcome;
  /** Until the last byte of the body, the connection, or the mean echo; left out where nothing was measured. */
  readonly durationMs?: number | undefined;
  readonly statusCode?: number | undefined;
  readonly lossPercent?: number | undefined;
  readonly certificateExpiresAt?: string | undefined;
  /** How a host was asked for its echo. */
  readonly method?: 'icmp' | 'tcp' | undefined;
}

export const probeBodyBytesMax = 4 * 1024 * 1024;
export const probeRedirectsMax = 5;
/** Echo requests in one attempt. */
export const probeEchoes = 4;
/** Results that one sample of an agent carries at most. */
export const probeResultsMax = 64;
/** Probes that one agent runs at most. */
export const agentProbesMax = 64;

const outcomesOfErrors: Record<string, ProbeOutcome> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timed_out',
  ENOTFOUND: 'name_unknown',
  EAI_AGAIN: 'name_unknown',
  EAI_NODATA: 'name_unknown',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  CERT_HAS_EXPIRED: 'certificate_expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_name_wrong',
};
const untrusted =
  /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_(UNTRUSTED|REJECTED|REVOKED|NOT_YET)|INVALID_CA|CHAIN/;

/** @param code of a Node error, of a connection or of TLS; `undefined` where it has none */
export function outcomeOfError(code: string | undefined): ProbeOutcome {
  if (code === undefined) return 'failed';
  const known = outcomesOfErrors[code];
  if (known) return known;
  if (untrusted.test(code)) return 'certificate_untrusted';
  return /SSL|TLS|EPROTO/.test(code) ? 'tls_failed' : 'failed';
}

/** Whether a response's status is what a probe wants. */
export function outcomeOfStatus(
  status: number,
  { expectedStatus }: Pick<HttpTarget, 'expectedStatus'>,
): 'ok' | 'redirected' | 'status_wrong' {
  if (expectedStatus === null ? status >= 200 && status < 300 : status === expectedStatus) return 'ok';
  return status >= 300 && status < 400 ? 'redirected' : 'status_wrong';
}

/** Where a page may name its character set itself. */
const headBytes = 1024;
const charsetOf = (text: string): string | undefined => /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1];

/**
 * A page's text in the character set that its header names, or else its own head: many an older site is in GBK.
 * UTF-8 where neither names one that is known.
 */
export function pageText(bytes: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  const charset = charsetOf(contentType ?? '') ?? charsetOf(head) ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/**
 * Where clouds and machines keep what is nobody's business but their own: never connected to, by a probe or otherwise.
 * Private networks and the loopback are allowed: that is what a government network is made of. Each is an address, the
 * length of its prefix and its family; IPv4 written as IPv6 falls under IPv4.
 */
export const refusedSubnets: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['100.100.100.200', 32, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['fd00:ec2::254', 128, 'ipv6'],
  // The same through a translator of IPv6 (NAT64, 6to4).
  ['64:ff9b::a9fe:0', 112, 'ipv6'],
  ['64:ff9b::6464:64c8', 128, 'ipv6'],
  ['2002:a9fe::', 32, 'ipv6'],
  ['2002:6464:64c8::', 48, 'ipv6'],
];
