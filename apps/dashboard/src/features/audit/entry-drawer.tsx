import type { AuditEntry } from '@opsgauge/contract';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { FactList, type Fact } from '../../shared/ui/fact-list.js';
import { useActionWords } from './action-words.js';
import { changedFields, fieldText } from './changed-fields.js';
import { useActorWords } from './use-actor-words.js';

/** One entry: who, when, from where, what before and after, and its place in the chain. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  const words = useActionWords();
  return (
    <Drawer
      open={entry !== null}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={entry ? `#${entry.number} ${words(entry.action)}` : ''}
      mask={false}
      destroyOnHidden
    >
      {entry && <EntryBody entry={entry} />}
    </Drawer>
  );
}

function EntryBody({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const actorOf = useActorWords();
  const fields = changedFields(entry.before, entry.after);
  const facts: Fact[] = [
    [t('audit.at'), formats.dateTimeMilliseconds(entry.at)],
    [t('audit.actor'), actorOf(entry)],
    [t('audit.address'), entry.address ?? noValue],
    [
      t('audit.action'),
      <span key="a" className="mono">
        {entry.action}
      </span>,
    ],
    [t('audit.target'), entry.targetName ?? entry.targetId ?? noValue],
    [
      t('audit.hash'),
      <span key="h" className="mono hash">
        {entry.hash}
      </span>,
    ],
  ];
  return (
    <>
      <FactList className="audit-facts" facts={facts} />
      {fields.length > 0 && (
        <table className="audit-change">
          <thead>
            <tr>
              <th>{t('audit.field')}</th>
              <th>{t('audit.before')}</th>
              <th>{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, before, after }) => (
              <tr key={name}>
                <td className="mono">{name}</td>
                <td className={`mono ${before === undefined ? 'muted' : 'was'}`}>{fieldText(before)}</td>
                <td className={`mono ${after === undefined ? 'muted' : 'is'}`}>{fieldText(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!fields.length && <p className="muted">{t('audit.nothingRecorded')}</p>}
    </>
  );
}
