import { DeleteOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Component, Dependence } from './make-up.js';

interface ComponentRowProps {
  name: string;
  component: Component;
  groupNames: string[];
  onChange: (component: Component) => void;
  onRemove: () => void;
}

const dependences: Dependence[] = ['critical', 'group', 'none'];

/** One server of a system: critical, one of a group, or merely listed. */
export function ComponentRow({ name, component, groupNames, onChange, onRemove }: ComponentRowProps) {
  const { t } = useTranslation();
  const { serverId, dependence, groupName } = component;
  const firstGroup = groupNames[0] ?? t('system.firstGroup');
  return (
    <div className="make-up-row">
      <span className="clipped" title={name}>
        {name}
      </span>
      <Select<Dependence>
        value={dependence}
        aria-label={t('system.dependenceOf', { name })}
        onChange={(next) =>
          onChange({ serverId, dependence: next, ...(next === 'group' ? { groupName: firstGroup } : {}) })
        }
        options={dependences.map((value) => ({ value, label: t(`dependence.${value}`) }))}
      />
      {dependence === 'group' ? (
        <AutoComplete
          value={groupName ?? ''}
          aria-label={t('system.groupOf', { name })}
          options={groupNames.map((value) => ({ value }))}
          onChange={(next: string) =>
            next.trim() && onChange({ serverId, dependence, groupName: next.slice(0, 30) })
          }
        />
      ) : (
        <span />
      )}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('system.removeComponent', { name })}
        onClick={onRemove}
      />
    </div>
  );
}
