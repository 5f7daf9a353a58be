import type { AgentProbe } from '@opsgauge/contract';
import { agentProbesMax, type ProbeTarget } from '@opsgauge/contract/probing';

type Found = Partial<Record<string, unknown>>;

const isObject = (value: unknown): value is Found => typeof value === 'object' && value !== null;
const isWithin = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
const isPort = (value: unknown): value is number => isWithin(value, 1, 65_535);
const isText = (value: unknown, lengthMax: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= lengthMax;
/** A dash in front would be an option of `ping`. */
const isHost = (value: unknown): value is string =>
  isText(value, 253) && /^[A-Za-z0-9_:][A-Za-z0-9_.:-]*$/.test(value);
const isPage = (value: unknown): value is string =>
  isText(value, 2000) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

const readTarget = (value: unknown): ProbeTarget | undefined => {
  if (!isObject(value)) return undefined;
  const { kind, url, method, expectedStatus, expectedText, host, port } = value;
  if (kind === 'http' && isPage(url)) {
    return {
      kind,
      url,
      method: method === 'HEAD' ? 'HEAD' : 'GET',
      expectedStatus: isWithin(expectedStatus, 100, 599) ? expectedStatus : null,
      expectedText: isText(expectedText, 500) ? expectedText : null,
      followsRedirects: value.followsRedirects === true,
      verifiesCertificate: value.verifiesCertificate !== false,
    };
  }
  return (kind === 'tcp' || kind === 'icmp') && isHost(host) && isPort(port)
    ? { kind, host, port }
    : undefined;
};

/** What an answer of the hub names to probe; anything but the three kinds, in their bounds, is left out. */
export const readProbes = (value: unknown): AgentProbe[] => {
  if (!Array.isArray(value)) return [];
  return value.slice(0, agentProbesMax).flatMap((one: unknown) => {
    if (!isObject(one) || !isText(one.id, 64)) return [];
    const { id, intervalSeconds, timeoutSeconds } = one;
    const target = readTarget(one.target);
    if (!target || !isWithin(intervalSeconds, 5, 3600) || !isWithin(timeoutSeconds, 1, 60)) return [];
    return [{ id, target, intervalSeconds, timeoutSeconds }];
  });
};
