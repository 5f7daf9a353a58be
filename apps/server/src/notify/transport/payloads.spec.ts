import crypto from 'node:crypto';
import { notificationPayloadSchema } from '@opsgauge/contract';
import type { Message } from './message.js';
import { assertAccepted, requestOf, type WebhookKind } from './payloads.js';

const id = 'f6b7a2de-2f3c-4f43-9a8a-4b6d8a3b0c11';
const nowMs = 1_700_000_000_000;
const message: Message = {
  kind: 'faults',
  language: 'zh-CN',
  tone: 'alarm',
  title: '【运衡】故障告警：主机失联',
  facts: ['系统：门户网站', '级别：严重'],
  lines: [],
  rest: null,
  link: { label: '查看故障', url: 'https://hub.example.org/faults/1' },
  notices: [],
  noticesTotal: 1,
};
const requestFor = (kind: WebhookKind, signatureSecret: string | null, one: Message = message) =>
  requestOf({ kind, url: 'https://robot.example.org/send?key=1', signatureSecret }, one, id, nowMs);
const bodyOf = (kind: WebhookKind, signatureSecret: string | null = null, one: Message = message) =>
  JSON.parse(requestFor(kind, signatureSecret, one).body) as Record<string, { content: string }>;

it('企业微信 has markdown', () => {
  expect(bodyOf('wecom')).toEqual({
    msgtype: 'markdown',
    markdown: {
      content:
        '**【运衡】故障告警：主机失联**\n\n系统：门户网站\n\n级别：严重\n\n[查看故障](https://hub.example.org/faults/1)',
    },
  });
});

it('钉钉 has markdown with a title, and is signed in its address', () => {
  const request = requestFor('dingtalk', 'SEC1');
  const { searchParams } = new URL(request.url);
  const sign = crypto.createHmac('sha256', 'SEC1').update(`${nowMs}\nSEC1`).digest('base64');
  expect(Object.fromEntries(searchParams)).toEqual({ key: '1', timestamp: String(nowMs), sign });
  expect(JSON.parse(request.body)).toMatchObject({ msgtype: 'markdown', markdown: { title: message.title } });
  expect(requestFor('dingtalk', null).url).toBe('https://robot.example.org/send?key=1');
});

it('飞书 has a card, and is signed in its body', () => {
  const sign = crypto.createHmac('sha256', '1700000000\nSEC1').update('').digest('base64');
  expect(bodyOf('feishu', 'SEC1')).toMatchObject({
    timestamp: '1700000000',
    sign,
    msg_type: 'interactive',
    card: {
      header: { template: 'red', title: { tag: 'plain_text', content: message.title } },
      elements: [{ tag: 'markdown', content: expect.stringContaining('系统：门户网站') as string }],
    },
  });
  expect(bodyOf('feishu')).not.toHaveProperty('sign');
});

it('plain JSON is as the contract says, and signed with its moment', () => {
  const request = requestFor('json', 'SEC1');
  const payload = notificationPayloadSchema.parse(JSON.parse(request.body));
  expect(payload).toMatchObject({ version: 1, id, title: message.title, noticesTotal: 1 });
  const sign = crypto.createHmac('sha256', 'SEC1').update(`1700000000.${request.body}`).digest('hex');
  expect(request.headers).toEqual({
    'idempotency-key': id,
    'x-opsgauge-timestamp': '1700000000',
    'x-opsgauge-signature': `sha256=${sign}`,
  });
});

it.each(['wecom', 'dingtalk', 'feishu', 'json'] as const)('%s is told by which id it comes', (kind) => {
  expect(requestFor(kind, null).headers).toEqual({ 'idempotency-key': id });
});

it('long messages leave lines out, and keep what closes them', () => {
  const lines = Array.from({ length: 200 }, (_, index) => ({ text: `服务器 ${index} 主机失联`, url: null }));
  const { markdown = { content: '' } } = bodyOf('wecom', null, {
    ...message,
    lines,
    rest: '其余 800 条请在平台查看。',
  });
  expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096);
  expect(markdown.content).toContain('……\n\n其余 800 条请在平台查看。\n\n[查看故障]');
});

it('names cannot pass for markup', () => {
  const title = '[link](http://evil)<font color="red">*b*</font>\n# x @all';
  const { markdown = { content: '' } } = bodyOf('wecom', null, { ...message, title, facts: [], link: null });
  expect(markdown.content).not.toMatch(/[<>[\]`#@]|\n/);
});

it.each([
  ['wecom', '{"errcode":0,"errmsg":"ok"}'],
  ['dingtalk', '{"errcode":0,"errmsg":"ok"}'],
  ['feishu', '{"code":0,"msg":"success","data":{}}'],
  ['json', 'whatever'],
] as const)('%s took it when it answers %s', (kind, answer) =>
  expect(() => assertAccepted(kind, answer)).not.toThrow(),
);

it.each([
  ['wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}', '93000 invalid webhook url'],
  ['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', '310000 sign not match'],
  ['feishu', '{"code":19021,"msg":"sign match fail"}', '19021 sign match fail'],
  ['feishu', '<html>', 'not what this kind of receiver gives'],
  ['wecom', 'null', 'undefined'],
] as const)('%s did not take it when it answers %s', (kind, answer, words) =>
  expect(() => assertAccepted(kind, answer)).toThrow(words),
);
