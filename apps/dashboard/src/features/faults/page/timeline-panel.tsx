import type { FaultDetail, FaultEvent } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useRootCauses } from '../../../shared/faults/use-root-causes.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { Mark } from '../../../shared/ui/mark.js';
import { Panel } from '../../../shared/ui/panel.js';
import { CommentBox } from './comment-box.js';
import { eventsByDay, eventText, eventTone } from './event-text.js';

function TimelineEntry({ event, fault }: { event: FaultEvent; fault: FaultDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { nameOf } = useRootCauses();
  const { action, fromState, toState, note, party, actorName } = event;
  const isAnswer = action === 'acknowledge' && event.at === fault.respondedAt;
  const isInTime = fault.response.state === 'met';
  const said = eventText(event, { t, timeOf: formats.shortDateTime, rootCauseOf: nameOf });
  return (
    <li className={`is-${eventTone(event)}`} data-event={action}>
      <time dateTime={event.at}>{formats.clockTime(event.at)}</time>
      <i aria-hidden="true" />
      <div>
        <div className="row wrap">
          <b>{party === 'platform' ? t('faultPage.platform') : actorName}</b>
          {fromState !== null && fromState !== toState && (
            <span className="tag brand">
              {t(`faultState.${fromState}`)} → {t(`faultState.${toState}`)}
            </span>
          )}
          {isAnswer && (
            <span className={`tag ${isInTime ? 'up' : 'down'}`}>
              <Mark kind={isInTime ? 'up' : 'down'} size={11} />
              {t(isInTime ? 'faultClock.onTime' : 'faultClock.late')}
            </span>
          )}
        </div>
        {action === 'comment' ? <p>{note}</p> : <p>{note ? `${said} · ${note}` : said}</p>}
      </div>
    </li>
  );
}

/** What happened to the fault, by day, the latest first. */
export function TimelinePanel({ fault }: { fault: FaultDetail }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Panel
      className="timeline-panel"
      title={t('faultPage.timeline')}
      extra={<span className="muted">{t('faultPage.appendOnly')}</span>}
    >
      {fault.possibleActions.includes('comment') && <CommentBox faultId={fault.id} />}
      {eventsByDay(fault.timeline, formats.date).map(({ date, events }) => (
        <section key={date}>
          <h3 className="timeline-day">
            {date} {weekday.format(Date.parse(date))}
          </h3>
          <ol className="timeline">
            {events.map((event) => (
              <TimelineEntry key={event.id} event={event} fault={fault} />
            ))}
          </ol>
        </section>
      ))}
    </Panel>
  );
}
