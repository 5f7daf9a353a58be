import type { FaultEvent } from '@opsgauge/contract';
import type { TFunction } from 'i18next';

export interface EventWords {
  t: TFunction;
  timeOf: (instant: string) => string;
  rootCauseOf: (code: string) => string;
}

const textIn = (payload: FaultEvent['payload'], name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

/** What an entry of the timeline says was done, without its note. */
export function eventText({ action, payload }: FaultEvent, { t, timeOf, rootCauseOf }: EventWords): string {
  const time = (name: string) => {
    const instant = textIn(payload, name);
    return instant ? timeOf(instant) : '';
  };
  switch (action) {
    case 'detect':
    case 'report':
    case 'absorb':
      return t(`faultEvent.${action}`, { startAt: time('startAt') });
    case 'assign': {
      const assignee = payload['assignee'] as { name?: string } | null | undefined;
      return assignee?.name ? t('faultEvent.assign', { name: assignee.name }) : t('faultEvent.unassign');
    }
    case 'recover':
      return t('faultEvent.recover', { recoveredAt: time('recoveredAt') });
    case 'repair':
      return t('faultEvent.repair', { repairedAt: time('repairedAt') });
    case 'reopen':
      return t('faultEvent.reopen', { reopenedAt: time('reopenedAt') });
    case 'close':
      return t('faultEvent.close', { name: rootCauseOf(textIn(payload, 'rootCauseCode')) });
    case 'requestExclusion':
      return t('faultEvent.requestExclusion', {
        name: t(`exclusionGround.${textIn(payload, 'ground') as 'test'}`),
      });
    case 'declareMajor':
      return t(payload['isMajor'] === true ? 'faultEvent.declareMajor' : 'faultEvent.declareNotMajor');
    case 'changeSeverity':
      return t('faultEvent.changeSeverity', {
        name: t(`severity.${textIn(payload, 'severity') as 'minor'}`),
      });
    case 'reread':
      return t('faultEvent.reread', { name: t(`faultBoard.cause.${textIn(payload, 'cause') as 'network'}`) });
    case 'acknowledge':
    case 'requestSuspension':
    case 'approveSuspension':
    case 'resume':
    case 'approveExclusion':
    case 'refuse':
    case 'merge':
    case 'recordDataLoss':
    case 'comment':
      return t(`faultEvent.${action}`);
  }
}

export type EventTone = 'down' | 'up' | 'maintenance' | 'note' | 'plain';

const tones: Partial<Record<FaultEvent['action'], EventTone>> = {
  detect: 'down',
  report: 'down',
  reopen: 'down',
  acknowledge: 'up',
  recover: 'up',
  repair: 'up',
  close: 'up',
  requestSuspension: 'maintenance',
  approveSuspension: 'maintenance',
  comment: 'note',
};

/** An entry's colour on the line: what begins the fault, what leads it on, what people write. */
export const eventTone = ({ action }: FaultEvent): EventTone => tones[action] ?? 'plain';

/** Entries by the day of the organisation's calendar, the latest first. */
export function eventsByDay(events: readonly FaultEvent[], dateOf: (instant: string) => string) {
  const days: { date: string; events: FaultEvent[] }[] = [];
  for (const event of [...events].reverse()) {
    const date = dateOf(event.at);
    if (days.at(-1)?.date !== date) days.push({ date, events: [] });
    days.at(-1)!.events.push(event);
  }
  return days;
}
