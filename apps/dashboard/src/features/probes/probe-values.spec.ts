import { probeInputSchema } from '@opsgauge/contract';
import { addressOf, probeInput, probeValues, targetOf } from './probe-values.js';

const values = (target: object) => {
  const known = probeValues(null);
  return { ...known, name: '门户首页', target: { ...known.target, ...target } };
};

test.each<[string, object, object, string]>([
  [
    'a page',
    { url: 'https://portal.gov.test/', expectedText: ' 登录 ' },
    { kind: 'http', expectedText: '登录', expectedStatus: null },
    'https://portal.gov.test/',
  ],
  [
    'the headers of a page, whose text nobody can look at',
    { url: 'http://portal/', method: 'HEAD', expectedText: '登录' },
    { kind: 'http', method: 'HEAD', expectedText: null },
    'http://portal/',
  ],
  ['a port', { kind: 'tcp', host: 'db', port: 5432 }, { kind: 'tcp', host: 'db', port: 5432 }, 'db:5432'],
  ['a host', { kind: 'icmp', host: 'gateway' }, { kind: 'icmp', host: 'gateway', port: 80 }, 'gateway'],
])('%s is told as the hub takes it', (_what, target, expected, address) => {
  const input = probeInput(values(target));
  expect(probeInputSchema.parse(input).target).toMatchObject(expected);
  expect(addressOf(targetOf(values(target)))).toBe(address);
});
