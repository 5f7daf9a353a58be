import type { MessageLanguage } from '@opsgauge/contract';
import { hourMs, isOfPeople, minuteMs, type NoticeKind } from '@opsgauge/domain';
import { DateTime } from 'luxon';
import { messageWords } from './message-words.js';
import type { Amendment, Notice, NoticeDetail } from './notice-detail.js';

const isDeed = (kind: NoticeKind): boolean => isOfPeople(kind) || kind === 'reopened';

/** Of a note in a line; the message of a single fault has it whole. */
const noteCharactersMax = 40;

const shortened = (text: string | null): string | null => {
  const characters = text === null ? [] : [...text];
  return characters.length > noteCharactersMax
    ? `${characters.slice(0, noteCharactersMax).join('')}……`
    : text;
};

const timeText = (ms: number, timeZone: string): string =>
  DateTime.fromMillis(ms, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');

/** What is said of a fault that has a message of its own, a fact a line. */
export function factsOf({ kind, atMs, language, detail }: Notice, timeZone: string): string[] {
  const words = messageWords[language];
  const moment = (text: string | null) => text && timeText(Date.parse(text), timeZone);
  const duration = (ms: number | null) =>
    ms === null ? null : words.duration(Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs));
  const pairs: Pair[] = [
    [words.number, detail.number ?? null],
    [words.system, detail.systemName],
    [words.server, detail.serverName],
    [words.severityLabel, words.severity[detail.severity]],
    [words.startedAt, moment(detail.startedAt)],
    [words.recoveredAt, kind === 'recovered' ? moment(detail.recoveredAt) : null],
    [words.at, isDeed(kind) ? timeText(atMs, timeZone) : null],
    [words.actor, isDeed(kind) ? detail.actorName : null],
    [words.requestLabel, requestText(detail, language)],
    [words.decision, decisionText(detail, language)],
    [words.amendmentLabel, detail.amendment ? amendmentText(detail.amendment, language, timeZone) : null],
    [words.note, detail.note],
    [words.elapsed, duration(detail.elapsedMs)],
    [words.limit, duration(detail.limitMs)],
    ...deadlines(detail, language, timeZone),
  ];
  return [...labelled(pairs, language), ...(kind === 'reopened' ? [words.flapping] : [])];
}

type Pair = readonly [label: string, value: string | null];

const labelled = (pairs: readonly Pair[], language: MessageLanguage): string[] =>
  pairs.flatMap(([label, value]) => (value ? [`${label}${messageWords[language].colon}${value}`] : []));

function decisionText({ isApproved }: NoticeDetail, language: MessageLanguage): string | null {
  const { approved, refused } = messageWords[language];
  return isApproved === null ? null : isApproved ? approved : refused;
}

const requestText = ({ request }: NoticeDetail, language: MessageLanguage): string | null =>
  request ? messageWords[language].request[request] : null;

function deadlines(detail: NoticeDetail, language: MessageLanguage, timeZone: string): Pair[] {
  const { responseDeadline, repairDeadline } = messageWords[language];
  const moment = (text: string | null | undefined) => (text ? timeText(Date.parse(text), timeZone) : null);
  return [
    [responseDeadline, moment(detail.responseDeadlineAt)],
    [repairDeadline, moment(detail.repairDeadlineAt)],
  ];
}

function amendmentText(amendment: Amendment, language: MessageLanguage, timeZone: string): string {
  const { amendment: words, severity } = messageWords[language];
  switch (amendment.kind) {
    case 'severity':
      return words.severity(severity[amendment.severity]);
    case 'major':
      return words.major(amendment.isMajor);
    case 'merged':
      return words.merged(amendment.intoNumber);
    case 'repairEntered':
      return words.repairEntered(timeText(Date.parse(amendment.repairedAt), timeZone));
  }
}

/** One fault among several, in a line. */
export function lineOf({ kind, atMs, language, detail }: Notice, timeZone: string, hasKind: boolean): string {
  const words = messageWords[language];
  const place = [detail.systemName, detail.serverName].filter((name) => name !== null).join(' · ');
  return [
    ...(hasKind ? [words.kind[kind]] : []),
    detail.number ?? '',
    place,
    detail.title,
    words.severity[detail.severity],
    detail.amendment ? amendmentText(detail.amendment, language, timeZone) : '',
    ...labelled(
      [
        [words.requestLabel, requestText(detail, language)],
        [words.decision, decisionText(detail, language)],
      ],
      language,
    ),
    timeText(kind === 'began' ? Date.parse(detail.startedAt) : atMs, timeZone),
    ...labelled(
      [
        [words.actor, isDeed(kind) ? detail.actorName : null],
        [words.note, shortened(detail.note)],
        ...deadlines(detail, language, timeZone),
      ],
      language,
    ),
  ]
    .filter((part) => part !== '')
    .join(' | ');
}
