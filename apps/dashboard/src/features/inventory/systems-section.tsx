import type { System } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteSystem } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { systemsQuery } from '../../shared/api/queries.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { MakeUpDrawer } from './make-up-drawer.js';
import { RecordSection } from './record-section.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';
import { SystemComponents } from './system-components.js';
import { SystemForm } from './system-form.js';

/** The systems with what each is made of. */
export function SystemsSection() {
  const { t } = useTranslation();
  const formats = useFormats();
  const composing = useEditing<System>();
  const service = ({ serviceFrom, serviceTo }: System) =>
    serviceFrom === null
      ? noValue
      : t('evaluation.fromTo', {
          from: formats.date(serviceFrom),
          to: serviceTo === null ? t('contract.openEnd') : formats.lastDateBefore(serviceTo),
        });
  return (
    <RecordSection
      of="systems"
      query={useQuery(systemsQuery)}
      addLabel={t('system.add')}
      minimumWidth={980}
      actionsWidth={190}
      columns={[
        {
          key: 'name',
          title: t('system.name'),
          phone: 'head',
          render: ({ id, name, shortName }) => (
            <span className="tight-name">
              <SystemLink id={id} name={name} />
              {shortName !== name && <span className="muted">{shortName}</span>}
            </span>
          ),
        },
        { key: 'project', title: t('evaluation.project'), render: ({ projectName }) => projectName },
        { key: 'service', title: t('system.service'), width: 210, render: service },
        {
          key: 'components',
          title: t('system.components'),
          render: (system) => <SystemComponents system={system} />,
        },
      ]}
      actions={(item, editing) => (
        <>
          <Button size="small" type="link" onClick={() => composing.start(item)}>
            {t('system.makeUp')}
          </Button>
          <EditButton onEdit={() => editing.start(item)} />
          <DeleteButton
            title={t('record.deleteTitle', { name: item.name })}
            text={t('system.deleteText')}
            onDelete={() => deleteSystem(item.id)}
            refresh={[keys.systems, keys.contracts, keys.evaluations]}
          />
        </>
      )}
      form={(editing) => (
        <>
          <SystemForm editing={editing} />
          <MakeUpDrawer editing={composing} />
        </>
      )}
    />
  );
}
