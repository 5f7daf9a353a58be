import type { MessageLanguage } from '@opsgauge/contract';
import { hourMs, isOfPeople, minuteMs, type NoticeKind } from '@opsgauge/domain';
import { DateTime } from 'luxon';
import { messageWords } from './message-words.js';
import type { Amendment, Notice } from './notice-detail.js';

const isDeed = (kind: NoticeKind): boolean => isOfPeople(kind) || kind === 'reopened';

const timeText = (ms: number, timeZone: string): string =>
  DateTime.fromMillis(ms, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');

/** What is said of a fault that has a message of its own, a fact a line. */
export function factsOf({ kind, atMs, language, detail }: Notice, timeZone: string): string[] {
  const words = messageWords[language];
  const moment = (text: string | null) => text && timeText(Date.parse(text), timeZone);
  const duration = (ms: number | null) =>
    ms === null ? null : words.duration(Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs));
  const { isApproved } = detail;
  const pairs: [string, string | null][] = [
    [words.system, detail.systemName],
    [words.server, detail.serverName],
    [words.severityLabel, words.severity[detail.severity]],
    [words.startedAt, moment(detail.startedAt)],
    [words.recoveredAt, kind === 'recovered' ? moment(detail.recoveredAt) : null],
    [words.at, isDeed(kind) ? timeText(atMs, timeZone) : null],
    [words.actor, isDeed(kind) ? detail.actorName : null],
    [words.decision, isApproved === null ? null : isApproved ? words.approved : words.refused],
    [words.amendmentLabel, detail.amendment ? amendmentText(detail.amendment, language, timeZone) : null],
    [words.note, detail.note],
    [words.elapsed, duration(detail.elapsedMs)],
    [words.limit, duration(detail.limitMs)],
  ];
  return [
    ...pairs.flatMap(([label, value]) => (value ? [`${label}${words.colon}${value}`] : [])),
    ...(kind === 'reopened' ? [words.flapping] : []),
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
    place,
    detail.title,
    words.severity[detail.severity],
    detail.amendment ? amendmentText(detail.amendment, language, timeZone) : '',
    timeText(kind === 'began' ? Date.parse(detail.startedAt) : atMs, timeZone),
  ]
    .filter((part) => part !== '')
    .join(' | ');
}
