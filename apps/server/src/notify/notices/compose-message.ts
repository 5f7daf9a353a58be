import type { MessageLanguage } from '@opsgauge/contract';
import type { Message, MessageLine } from '../transport/message.js';
import { messageWords } from './message-words.js';
import type { Notice } from './notice-detail.js';
import { factsOf, lineOf } from './notice-words.js';

const linesMax = 20;
const noticesMax = 100;

/** What a message needs to know of the place it comes from. */
export interface Place {
  readonly timeZone: string;
  /** The hub's public address; undefined: there are no links. */
  readonly publicUrl: string | undefined;
}

/** One message of one or many notices, at least one, in the order they came, all in one language. */
export function composeMessage(notices: readonly Notice[], { timeZone, publicUrl }: Place): Message {
  const [first] = notices as readonly [Notice, ...Notice[]];
  const words = messageWords[first.language];
  const urlOf = (path: string) => (publicUrl === undefined ? null : `${publicUrl}${path}`);
  const faultUrl = ({ faultId }: Notice) => urlOf(`/faults/${faultId}`);
  const isSingle = notices.length === 1;
  const kinds = new Set(notices.map(({ kind }) => kind));
  const head = kinds.size === 1 ? words.kind[first.kind] : words.mixed;
  const subject = isSingle ? first.detail.title : words.several(notices.length);
  const url = isSingle ? faultUrl(first) : urlOf('/faults');
  const lineFor = (one: Notice): MessageLine => ({
    text: lineOf(one, timeZone, kinds.size > 1),
    url: faultUrl(one),
  });
  return {
    kind: 'faults',
    language: first.language,
    tone: toneOf(notices),
    title: `${words.product}${head}${words.colon}${subject}`,
    facts: isSingle ? factsOf(first, timeZone) : [],
    lines: isSingle ? [] : notices.slice(0, linesMax).map(lineFor),
    rest: notices.length > linesMax ? words.rest(notices.length - linesMax) : null,
    link: url === null ? null : { label: isSingle ? words.openFault : words.openFaults, url },
    notices: notices.slice(0, noticesMax).map((one) => ({
      kind: one.kind,
      at: new Date(one.atMs).toISOString(),
      faultId: one.faultId,
      ...(one.detail.number === undefined ? {} : { number: one.detail.number }),
      title: one.detail.title,
      severity: one.detail.severity,
      systemName: one.detail.systemName,
      serverName: one.detail.serverName,
      url: faultUrl(one),
    })),
    noticesTotal: notices.length,
  };
}

/** What the test button sends. */
export function testMessage(language: MessageLanguage): Message {
  const { title, text } = messageWords[language].test;
  return {
    kind: 'test',
    language,
    tone: 'plain',
    title,
    facts: [text],
    lines: [],
    rest: null,
    link: null,
    notices: [],
    noticesTotal: 0,
  };
}

/** The most urgent of them. */
function toneOf(notices: readonly Notice[]): Message['tone'] {
  const tones = new Set(notices.map(toneOfOne));
  return (['alarm', 'warning', 'plain', 'good'] as const).find((tone) => tones.has(tone)) ?? 'plain';
}

function toneOfOne({ kind, detail }: Notice): Message['tone'] {
  if (kind === 'recovered') return 'good';
  if (kind === 'responseEscalation' || kind === 'repairEscalation') return 'alarm';
  if (kind === 'began' || kind === 'reopened') return detail.severity === 'minor' ? 'warning' : 'alarm';
  return 'plain';
}
