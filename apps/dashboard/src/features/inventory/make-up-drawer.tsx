import type { System } from '@opsgauge/contract';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveMakeUp } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormError } from '../../shared/ui/form-error.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { ComponentRow } from './component-row.js';
import { GroupRow } from './group-row.js';
import {
  makeUpOf,
  sizeOfGroup,
  withComponent,
  withoutServer,
  withRequiredCount,
  type MakeUp,
} from './make-up.js';
import { usePlaceableServers } from './use-choices.js';

const empty: MakeUp = { components: [], groups: [] };

/** Which servers a system is made of, and how it depends on each. */
export function MakeUpDrawer({ editing }: { editing: Editing<System> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const { servers, waitingCount } = usePlaceableServers();
  const [makeUp, setMakeUp] = useState(empty);
  const save = useChange({
    change: () => saveMakeUp(item?.id ?? '', makeUp),
    refresh: [keys.systems, keys.servers, ['server'], keys.allActuals],
    done: t('record.saved'),
    onDone: close,
    isErrorShown: true,
  });
  const { reset } = save;
  useEffect(() => {
    if (!isOpen || !item) return;
    setMakeUp(makeUpOf(item));
    reset();
  }, [isOpen, item, reset]);
  const used = new Set(makeUp.components.map(({ serverId }) => serverId));
  const nameOf = (id: string) =>
    servers.find(({ value }) => value === id)?.label ??
    item?.components.find(({ serverId }) => serverId === id)?.serverName ??
    id;
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      size="min(640px, 100vw)"
      title={t('system.makeUpOf', { name: item?.shortName ?? '' })}
      maskClosable={false}
      destroyOnHidden
      footer={
        <div className="row form-actions">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('action.save')}
          </Button>
          <Button onClick={close}>{t('action.cancel')}</Button>
        </div>
      }
    >
      {save.isError && <FormError error={save.error} />}
      <p className="muted">{t('system.makeUpHint')}</p>
      <div className="make-up-add">
        <RecordSelect
          options={servers.filter(({ value }) => !used.has(value))}
          value={null}
          placeholder={t('system.addComponent')}
          label={t('system.addComponent')}
          onChange={(id) => id && setMakeUp(withComponent(makeUp, { serverId: id, dependence: 'critical' }))}
        />
        {waitingCount > 0 && <p className="muted">{t('system.waitingHint', { value: waitingCount })}</p>}
      </div>
      {makeUp.components.map((component) => (
        <ComponentRow
          key={component.serverId}
          name={nameOf(component.serverId)}
          component={component}
          groupNames={makeUp.groups.map(({ name }) => name)}
          onChange={(next) => setMakeUp(withComponent(makeUp, next))}
          onRemove={() => setMakeUp(withoutServer(makeUp, component.serverId))}
        />
      ))}
      {!makeUp.components.length && <div className="empty muted">{t('system.noComponents')}</div>}
      {makeUp.groups.map(({ name, requiredCount }) => (
        <GroupRow
          key={name}
          name={name}
          requiredCount={requiredCount}
          size={sizeOfGroup(makeUp, name)}
          onChange={(count) => setMakeUp(withRequiredCount(makeUp, name, count))}
        />
      ))}
    </Drawer>
  );
}
