import type { Probe, ProbeInput } from '@opsgauge/contract';

/** A form's values: the fields of every kind of target beside each other. */
export interface ProbeValues extends Omit<ProbeInput, 'target'> {
  target: {
    kind: ProbeInput['target']['kind'];
    url: string;
    method: 'GET' | 'HEAD';
    expectedStatus: number | null;
    expectedText: string;
    followsRedirects: boolean;
    verifiesCertificate: boolean;
    host: string;
    port: number | null;
  };
}

/** Where no `ping` may be run, this port is tried. */
const echoPort = 80;

const newTarget: ProbeValues['target'] = {
  kind: 'http',
  url: '',
  method: 'GET',
  expectedStatus: null,
  expectedText: '',
  followsRedirects: false,
  verifiesCertificate: true,
  host: '',
  port: null,
};

/** What the form begins with: a known probe, or the ordinary terms of a new one. */
export function probeValues(probe: Probe | null): ProbeValues {
  const target = probe?.target;
  return {
    name: probe?.name ?? '',
    intervalSeconds: probe?.intervalSeconds ?? 60,
    timeoutSeconds: probe?.timeoutSeconds ?? 10,
    failuresToDown: probe?.failuresToDown ?? 2,
    runnerServerId: probe?.runnerServerId ?? null,
    systemId: probe?.systemId ?? null,
    serverId: probe?.serverId ?? null,
    isEvidenceOfHost: probe?.isEvidenceOfHost ?? false,
    isCanary: probe?.isCanary ?? false,
    isEnabled: probe?.isEnabled ?? true,
    target: {
      ...newTarget,
      ...target,
      expectedText: target?.kind === 'http' ? (target.expectedText ?? '') : '',
    },
  };
}

/** A target as the hub takes it: of its kind's fields only. */
export function targetOf({ target }: Pick<ProbeValues, 'target'>): ProbeInput['target'] {
  const { kind, host, port, url, method, expectedStatus, followsRedirects, verifiesCertificate } = target;
  if (kind === 'tcp') return { kind, host, port: port ?? 0 };
  if (kind === 'icmp') return { kind, host, port: port ?? echoPort };
  const expectedText = target.expectedText.trim() === '' ? null : target.expectedText.trim();
  return {
    kind,
    url,
    method,
    expectedStatus: expectedStatus ?? null,
    expectedText: method === 'HEAD' ? null : expectedText,
    followsRedirects,
    verifiesCertificate,
  };
}

export const probeInput = (values: ProbeValues): ProbeInput => ({ ...values, target: targetOf(values) });

/** Where a probe goes, in short. */
export function addressOf(target: ProbeInput['target']): string {
  if (target.kind === 'http') return target.url;
  return target.kind === 'tcp' ? `${target.host}:${target.port}` : target.host;
}
