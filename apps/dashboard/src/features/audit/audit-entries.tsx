import type { AuditEntry } from '@opsgauge/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { useActionWords } from './action-words.js';
import { useActorWords } from './use-actor-words.js';

interface AuditEntriesProps {
  entries: AuditEntry[];
  onOpen: (entry: AuditEntry) => void;
  more: ReactNode;
}

export function AuditEntries({ entries, onOpen, more }: AuditEntriesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useActionWords();
  const actorOf = useActorWords();
  return (
    <>
      <RecordList
        items={entries}
        idOf={({ number }) => String(number)}
        minimumWidth={960}
        pageSize={Number.MAX_SAFE_INTEGER}
        onOpen={onOpen}
        columns={[
          {
            key: 'number',
            title: t('audit.number'),
            width: 80,
            align: 'right',
            render: ({ number }) => number,
          },
          { key: 'at', title: t('audit.at'), width: 170, render: ({ at }) => formats.dateTimeSeconds(at) },
          { key: 'actor', title: t('audit.actor'), width: 140, render: actorOf },
          {
            key: 'action',
            title: t('audit.action'),
            phone: 'head',
            render: (entry) => (
              <button type="button" className="link-button" onClick={() => onOpen(entry)}>
                {words(entry.action)}
              </button>
            ),
          },
          { key: 'target', title: t('audit.target'), render: ({ targetName }) => targetName ?? noValue },
          {
            key: 'address',
            title: t('audit.address'),
            width: 140,
            render: ({ address }) => <span className="mono">{address ?? noValue}</span>,
          },
        ]}
        empty={<span className="muted">{t('audit.none')}</span>}
      />
      {more && <div className="empty">{more}</div>}
    </>
  );
}
