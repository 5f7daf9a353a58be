import { defaultRules } from '../rules/default-rules.js';
import { faultTitleText, statusTitleCodes, titleCodesWith, type TitleWords } from './title-text.js';

const cases: [TitleWords, string, string][] = [
  [
    { code: 'disk-nearly-full', params: { subject: '/data', value: 96.39 } },
    '/data 使用率 96.3 %',
    '/data 96.3 % full',
  ],
  [{ code: 'host-silent', params: { subject: '', value: 1 } }, '主机失联', 'Host not reporting'],
  [
    { code: 'certificate-expires', params: { subject: '门户', value: 13.9 } },
    '门户 证书 13 天后到期',
    'Certificate of 门户 expires in 13 days',
  ],
  [{ code: 'custom', params: { name: '队列积压', subject: '', value: 3 } }, '队列积压', '队列积压'],
  [
    { code: 'custom', params: { name: '队列积压', subject: '/data', value: 3 } },
    '队列积压 /data',
    '队列积压 /data',
  ],
  [
    { code: 'reported', params: { text: '门户 {value} 打不开' } },
    '门户 {value} 打不开',
    '门户 {value} 打不开',
  ],
  [{ code: 'something-new', params: {} }, 'something-new', 'something-new'],
  [{ code: 'constructor', params: {} }, 'constructor', 'constructor'],
];

test.each(cases)('%j reads as %s', (title, chinese, english) => {
  expect(faultTitleText(title, 'zh-CN')).toBe(chinese);
  expect(faultTitleText(title, 'en')).toBe(english);
});

test('titles are found by their words in either language', () => {
  expect(titleCodesWith('失联')).toEqual(['host-silent']);
  expect(titleCodesWith('SWAP')).toEqual(['swap-nearly-full']);
  for (const text of [' ', 'value', '失联了']) expect(titleCodesWith(text)).toEqual([]);
});

test.each([...Object.keys(defaultRules), ...statusTitleCodes])(
  '%s has its words in both languages',
  (code) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const text = faultTitleText({ code, params: { subject: '/data', value: 5 } }, language);
      expect(text).not.toContain(code);
      expect(text).not.toContain('{');
    }
  },
);
