import crypto from 'node:crypto';
import type { ChannelKind, NotificationPayload } from '@opsgauge/contract';
import { DeliveryError } from './delivery-error.js';
import { markdown, plainText, type Message } from './message.js';
import type { WebRequest } from './post-json.js';

export type WebhookKind = Exclude<ChannelKind, 'mail'>;

/** What a webhook channel is called by. */
export interface Webhook {
  readonly kind: WebhookKind;
  readonly url: string;
  readonly signatureSecret: string | null;
}

interface Format {
  readonly request: (message: Message, webhook: Webhook, id: string, nowMs: number) => WebRequest;
  /** @throws DeliveryError `rejected`: these tools answer 200 to what they do not take */
  readonly check: (answer: string) => void;
}

/** 企业微信: 4,096 bytes of markdown. */
const wecom: Format = {
  request: (message, { url }) => ({
    url,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content: markdown(message, 4096) } }),
  }),
  check: (answer) => assertTaken(answer, 'errcode', 'errmsg'),
};

/** 钉钉: 20,000 bytes; signed with the secret of 加签 over the moment in milliseconds. */
const dingtalk: Format = {
  request: (message, { url, signatureSecret }, _, nowMs) => {
    const signed = new URL(url);
    if (signatureSecret !== null) {
      const text = `${nowMs}\n${signatureSecret}`;
      signed.searchParams.set('timestamp', String(nowMs));
      signed.searchParams.set('sign', hmac(signatureSecret, text).toString('base64'));
    }
    return {
      url: signed.href,
      body: JSON.stringify({
        msgtype: 'markdown',
        markdown: { title: message.title, text: markdown(message, 18_000) },
      }),
    };
  },
  check: (answer) => assertTaken(answer, 'errcode', 'errmsg'),
};

const feishuColours = { alarm: 'red', warning: 'orange', good: 'green', plain: 'blue' } as const;

/** 飞书: a card, 20 KB in all; the key of 签名校验 is the moment in seconds with the secret, over nothing. */
const feishu: Format = {
  request: (message, { url, signatureSecret }, _, nowMs) => {
    const timestamp = String(Math.floor(nowMs / 1000));
    const signature =
      signatureSecret === null
        ? {}
        : { timestamp, sign: hmac(`${timestamp}\n${signatureSecret}`, '').toString('base64') };
    return { url, body: JSON.stringify({ ...signature, msg_type: 'interactive', card: cardOf(message) }) };
  },
  check: (answer) => assertTaken(answer, 'code', 'msg'),
};

const cardOf = (message: Message) => ({
  config: { wide_screen_mode: true },
  header: {
    template: feishuColours[message.tone],
    title: { tag: 'plain_text', content: message.title },
  },
  elements: [{ tag: 'markdown', content: markdown(message, 16_000, false) || message.title }],
});

/** Plain JSON, as the contract's `notificationPayloadSchema` says. */
const json: Format = {
  request: (message, { url, signatureSecret }, id, nowMs) => {
    const { kind, language, title, notices, noticesTotal } = message;
    const payload: NotificationPayload = {
      version: 1,
      id,
      kind,
      language,
      title,
      text: plainText(message),
      notices,
      noticesTotal,
    };
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(nowMs / 1000));
    const signature: Record<string, string> =
      signatureSecret === null
        ? {}
        : {
            'x-opsgauge-timestamp': timestamp,
            'x-opsgauge-signature': `sha256=${hmac(signatureSecret, `${timestamp}.${body}`).toString('hex')}`,
          };
    return { url, headers: signature, body };
  },
  check: () => {},
};

const formats: Record<WebhookKind, Format> = { wecom, dingtalk, feishu, json };

/**
 * A message as the receiver's documented format has it.
 * @param id the same each time the message is sent, so that a receiver can tell it has come twice
 */
export function requestOf(webhook: Webhook, message: Message, id: string, nowMs: number): WebRequest {
  const request = formats[webhook.kind].request(message, webhook, id, nowMs);
  return { ...request, headers: { 'idempotency-key': id, ...request.headers } };
}

/** @throws DeliveryError `rejected` with the receiver's own code and words */
export const assertAccepted = (kind: WebhookKind, answer: string): void => formats[kind].check(answer);

function assertTaken(answer: string, codeField: string, wordsField: string): void {
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(answer) as Record<string, unknown>;
  } catch {
    throw new DeliveryError('rejected', 'the answer is not what this kind of receiver gives');
  }
  const code = body?.[codeField];
  if (code === 0) return;
  const words = typeof body?.[wordsField] === 'string' ? (body[wordsField] as string).slice(0, 200) : '';
  throw new DeliveryError('rejected', `${String(code).slice(0, 20)} ${words}`.trim());
}

const hmac = (key: string, text: string): Buffer => crypto.createHmac('sha256', key).update(text).digest();
