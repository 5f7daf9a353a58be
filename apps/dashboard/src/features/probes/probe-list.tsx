import type { Probe, ProbeState } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { deleteProbe } from '../../shared/api/probes.js';
import { useMay } from '../../shared/permissions.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';
import { useProbeColumns } from './probe-columns.js';

interface ProbeListProps {
  probes: readonly Probe[];
  states: ReadonlyMap<string, ProbeState>;
  onEdit: (probe: Probe) => void;
}

/** Probes with how each fares. */
export function ProbeList({ probes, states, onEdit }: ProbeListProps) {
  const { t } = useTranslation();
  const mayChange = useMay('changeInventory');
  const columns = useProbeColumns(states);
  return (
    <RecordList
      items={probes}
      idOf={({ id }) => id}
      isQuiet={({ isEnabled }) => !isEnabled}
      empty={t(mayChange ? 'probe.emptyAdministrator' : 'probe.empty')}
      minimumWidth={1140}
      columns={columns}
      actions={
        mayChange &&
        ((probe) => (
          <>
            <EditButton onEdit={() => onEdit(probe)} />
            <DeleteButton
              title={t('record.deleteTitle', { name: probe.name })}
              text={t('probe.deleteText')}
              onDelete={() => deleteProbe(probe.id)}
              refresh={[keys.probes]}
            />
          </>
        ))
      }
    />
  );
}
