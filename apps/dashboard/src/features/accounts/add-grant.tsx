import type { GrantTarget } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationsQuery, projectsQuery } from '../../shared/api/inventory.js';
import { systemsQuery } from '../../shared/api/queries.js';
import { RecordSelect } from '../../shared/ui/record-select.js';

type Kind = GrantTarget['kind'];
const kinds: Kind[] = ['project', 'system', 'organization'];

const targetOf = (kind: Kind, id: string): GrantTarget =>
  kind === 'project'
    ? { kind, projectId: id }
    : kind === 'system'
      ? { kind, systemId: id }
      : { kind, organizationId: id };

export function AddGrant({ isBusy, onAdd }: { isBusy: boolean; onAdd: (target: GrantTarget) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('project');
  const [id, setId] = useState<string | null>(null);
  const named = {
    project: useQuery(projectsQuery).data?.items,
    system: useQuery(systemsQuery).data?.items,
    organization: useQuery(organizationsQuery).data?.items,
  };
  return (
    <div className="one-time make-up-add">
      <Segmented<Kind>
        value={kind}
        onChange={(next) => {
          setKind(next);
          setId(null);
        }}
        options={kinds.map((value) => ({ value, label: t(`grantKind.${value}`) }))}
      />
      <div className="row">
        <RecordSelect
          options={(named[kind] ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={id}
          onChange={setId}
          label={t(`grantKind.${kind}`)}
        />
        <Button
          type="primary"
          disabled={id === null}
          loading={isBusy}
          onClick={() => {
            if (id !== null) onAdd(targetOf(kind, id));
            setId(null);
          }}
        >
          {t('account.grant')}
        </Button>
      </div>
    </div>
  );
}
