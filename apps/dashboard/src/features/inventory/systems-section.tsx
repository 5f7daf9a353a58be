import type { System } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { systemsQuery } from '../../shared/api/queries.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useMay } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptySection } from './empty-section.js';
import { MakeUpDrawer } from './make-up-drawer.js';
import { SystemComponents } from './system-components.js';
import { SystemForm } from './system-form.js';

/** The systems with what each is made of. */
export function SystemsSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayChange = useMay('changeInventory');
  const query = useQuery(systemsQuery);
  const editing = useEditing<System>();
  const composing = useEditing<System>();
  return (
    <QueryState query={query} errorTitle={t('record.loadFailed')}>
      {({ items }) => (
        <>
          <SectionBar
            count={items.length}
            add={mayChange && { label: t('system.add'), onAdd: () => editing.start(null) }}
          />
          <RecordList
            items={items}
            idOf={({ id }) => id}
            minimumWidth={900}
            actionsWidth={130}
            columns={[
              {
                key: 'name',
                title: t('system.name'),
                phone: 'head',
                render: ({ id, name, shortName }) => (
                  <span className="tight-name">
                    <Link to={`/?system=${id}`}>{name}</Link>
                    {shortName !== name && <span className="muted">{shortName}</span>}
                  </span>
                ),
              },
              { key: 'project', title: t('evaluation.project'), render: ({ projectName }) => projectName },
              {
                key: 'service',
                title: t('system.service'),
                width: 210,
                render: ({ serviceFrom, serviceTo }) =>
                  serviceFrom === null
                    ? noValue
                    : t('evaluation.fromTo', {
                        from: formats.date(serviceFrom),
                        to: serviceTo === null ? t('contract.openEnd') : formats.lastDateBefore(serviceTo),
                      }),
              },
              {
                key: 'components',
                title: t('system.components'),
                render: (system) => <SystemComponents system={system} />,
              },
            ]}
            actions={
              mayChange &&
              ((item) => (
                <>
                  <Button size="small" type="link" onClick={() => composing.start(item)}>
                    {t('system.makeUp')}
                  </Button>
                  <Button size="small" type="link" onClick={() => editing.start(item)}>
                    {t('action.edit')}
                  </Button>
                </>
              ))
            }
            empty={<EmptySection of="systems" />}
          />
          <SystemForm editing={editing} />
          <MakeUpDrawer editing={composing} />
        </>
      )}
    </QueryState>
  );
}
