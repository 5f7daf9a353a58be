import {
  applyFaultEvent,
  beginningMeans,
  FaultRefusal,
  hourMs,
  minuteMs,
  type Fault,
  type FaultEvent,
  type FaultTerms,
  type FaultUnderTerms,
} from '@opsgauge/domain';
import type {
  ConditionOfCase,
  ContractOfCase,
  EventOfCase,
  FaultCase,
  TimelineOfCase,
} from './fault-case.js';

/** A fault as a case's timeline or machine tells it, with why some of it was refused. */
export interface ToldFault extends FaultUnderTerms {
  readonly refused: readonly string[];
}

/** The faults of a case as they stood at its `now`; one not known by then is not among them. */
export const faultsOfCase = ({ faults, contract, now }: FaultCase): ToldFault[] => {
  const terms = termsOf(contract);
  return faults.flatMap((one) => ('timeline' in one ? tell(one, terms, now) : follow(one, terms, now)));
};

function tell({ id, timeline, system, component }: TimelineOfCase, terms: FaultTerms, nowMs: number) {
  const refused: string[] = [];
  let fault: Fault | null = null;
  for (const event of timeline.filter(({ at }) => at <= nowMs).map(eventOf)) {
    try {
      fault = applyFaultEvent(fault, event);
    } catch (thrown) {
      if (!(thrown instanceof FaultRefusal)) throw thrown;
      refused.push(thrown.reason);
    }
  }
  return fault ? [{ id, systemId: system, componentId: component, fault, terms, refused }] : [];
}

/** As the hub takes a condition's changes in: each begins a fault, reopens the last one or tells nothing new. */
function follow(
  { condition, changes, system, component }: ConditionOfCase,
  terms: FaultTerms,
  nowMs: number,
) {
  const faults: Fault[] = [];
  const replaceLast = (event: FaultEvent) => faults.splice(-1, 1, applyFaultEvent(faults.at(-1)!, event));
  for (const change of changes) {
    const momentMs = 'down' in change ? change.down : change.up;
    const entry = { by: 'platform', atMs: change.at ?? momentMs } as const;
    if (entry.atMs > nowMs) break;
    if ('up' in change) {
      replaceLast({ ...entry, action: 'recover', recoveredMs: momentMs });
      continue;
    }
    const means = beginningMeans(faults.at(-1) ?? null, momentMs);
    if (means === 'reopen') replaceLast({ ...entry, action: 'reopen', reopenedMs: momentMs });
    if (means === 'begin') {
      const beginning = { startMs: momentMs, severity: 'serious', stopsCriticalService: false } as const;
      faults.push(applyFaultEvent(null, { ...entry, action: 'detect', ...beginning }));
    }
  }
  return faults.map((fault, index) => ({
    id: `${condition}#${index + 1}`,
    systemId: system,
    componentId: component,
    fault,
    terms,
    refused: [],
  }));
}

function eventOf(said: EventOfCase): FaultEvent {
  const entry = { by: said.by, atMs: said.at };
  switch (said.action) {
    case 'detect':
    case 'report': {
      const { action, severity, stopsCriticalService } = said;
      return { ...entry, action, severity, stopsCriticalService, startMs: said.start ?? said.at };
    }
    case 'requestSuspension':
    case 'approveSuspension':
    case 'approveExclusion':
    case 'refuse':
      return { ...entry, action: said.action, requestId: said.request };
    case 'requestExclusion':
      return { ...entry, action: said.action, requestId: said.request, ground: said.ground };
    case 'recover':
      return { ...entry, action: said.action, recoveredMs: said.recovered ?? said.at };
    case 'repair':
      return { ...entry, action: said.action, repairedMs: said.repaired ?? said.at };
    case 'reopen':
      return { ...entry, action: said.action, reopenedMs: said.reopened ?? said.at };
    case 'close':
      return { ...entry, action: said.action, rootCauseCode: said.rootCause };
    case 'merge':
      return { ...entry, action: said.action, intoFaultId: said.into };
    case 'absorb':
      return {
        ...entry,
        action: said.action,
        faultId: said.fault,
        startMs: said.start,
        notifiableMs: said.notifiable,
      };
    case 'declareMajor':
      return { ...entry, action: said.action, isMajor: said.isMajor };
    case 'changeSeverity':
      return { ...entry, action: said.action, severity: said.severity };
    case 'reread':
      return { ...entry, action: said.action, cause: said.cause };
    case 'acknowledge':
    case 'resume':
    case 'recordDataLoss':
    case 'comment':
      return { ...entry, action: said.action };
  }
}

function termsOf(contract: ContractOfCase): FaultTerms {
  const limits = (one: { responseMinutes: number; repairHours: number }) => ({
    responseMs: one.responseMinutes * minuteMs,
    repairMs: one.repairHours * hourMs,
  });
  const { calendar, serviceFrom, serviceTo } = contract;
  const isUnlimited = calendar === null && serviceFrom === null && serviceTo === null;
  return {
    limits: limits(contract),
    limitsBySeverity: Object.fromEntries(
      Object.entries(contract.severities).map(([severity, own]) => [severity, limits(own)]),
    ),
    service: isUnlimited
      ? []
      : [{ fromMs: serviceFrom ?? Number.NEGATIVE_INFINITY, toMs: serviceTo, calendar }],
    timeZone: contract.timeZone,
    repeatDays: contract.repeatDays,
    majorUnusableMs: contract.majorUnusableMinutes * minuteMs,
  };
}
