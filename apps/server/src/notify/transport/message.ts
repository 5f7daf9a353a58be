import type { MessageLanguage, NotificationPayload } from '@opsgauge/contract';

/** One notice, in the receiver's words. */
export interface MessageLine {
  readonly text: string;
  /** Null where the hub's public address is not configured. */
  readonly url: string | null;
}

/** What one receiver is told, in his language and in no format yet. */
export interface Message {
  readonly kind: NotificationPayload['kind'];
  readonly language: MessageLanguage;
  /** How urgent it looks where a format has colours. */
  readonly tone: 'alarm' | 'warning' | 'good' | 'plain';
  readonly title: string;
  /** What is said of a single fault, a fact a line. */
  readonly facts: readonly string[];
  /** Several faults, a line each; with what is left out said in `rest`. */
  readonly lines: readonly MessageLine[];
  readonly rest: string | null;
  /** Where to look, and what that is called. */
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly notices: NotificationPayload['notices'];
  readonly noticesTotal: number;
}

/** The whole message as plain text, a paragraph each. */
export function plainText({ title, facts, lines, rest, link }: Message): string {
  return [
    title,
    ...facts,
    ...lines.map(({ text }, index) => `${index + 1}. ${text}`),
    ...(rest === null ? [] : [rest]),
    ...(link ? [`${link.label}：${link.url}`] : []),
  ].join('\n');
}

/** What the chat tools would read as markup, in the widest forms of the same signs; they know no way to escape. */
const wide: Record<string, string> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  '`': '＇',
  '#': '＃',
  '@': '＠',
  '\n': ' ',
  '\r': ' ',
};
const plain = (text: string): string => text.replace(/[<>[\]*`#@\r\n]/g, (sign) => wide[sign]!);

/**
 * As the markdown that 企业微信, 钉钉 and 飞书 have in common: bold, links, lists.
 *
 * @param bytesMax of the format; lines at the end are left out until it fits
 */
export function markdown(message: Message, bytesMax: number, hasTitle = true): string {
  const { title, facts, lines, rest, link } = message;
  const head = [...(hasTitle ? [`**${plain(title)}**`] : []), ...facts.map(plain)];
  const tail = [
    ...(rest === null ? [] : [plain(rest)]),
    ...(link ? [`[${plain(link.label)}](${link.url})`] : []),
  ];
  const listed = lines.map(({ text, url }, index) => {
    const words = plain(text);
    return url ? `${index + 1}. [${words}](${url})` : `${index + 1}. ${words}`;
  });
  for (let count = listed.length; ; count--) {
    const dots = count < listed.length ? ['……'] : [];
    const text = [...head, ...listed.slice(0, count), ...dots, ...tail].join('\n\n');
    if (count === 0 || Buffer.byteLength(text) <= bytesMax) return cut(text, bytesMax);
  }
}

function cut(text: string, bytesMax: number): string {
  let kept = text;
  while (Buffer.byteLength(kept) > bytesMax) kept = kept.slice(0, Math.floor(kept.length * 0.9));
  return kept;
}
