import type { FaultDetail } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { FactList } from '../../../shared/ui/fact-list.js';
import { Panel } from '../../../shared/ui/panel.js';
import { probeOf } from './evidence.js';
import { SamplesDrawer } from './samples-drawer.js';
import { useEvidenceFacts } from './use-evidence-facts.js';
import { useEvidencePeriod } from './use-evidence-period.js';

/** Why this is a fault: the rule, what was seen, and the way to the samples or the probe that it was seen by. */
export function EvidencePanel({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const facts = useEvidenceFacts(fault);
  const period = useEvidencePeriod(fault);
  const [parameters] = useSearchParams();
  const probeId = probeOf(fault);
  const { serverId, serverName } = fault;
  return (
    <Panel title={t('faultEvidence.title')} className="evidence-panel">
      {facts.length > 0 ? (
        <FactList className="key-values" facts={facts} />
      ) : (
        <p className="muted">{t('faultEvidence.byPerson')}</p>
      )}
      <p className="row evidence-links">
        {serverId && <Link to="?samples=1">{t('faultEvidence.samples')}</Link>}
        {serverId && (
          <Link to={`/servers/${serverId}?${new URLSearchParams(period).toString()}`}>
            {t('faultEvidence.charts', { name: serverName })}
          </Link>
        )}
        {probeId && <Link to={`/probes/${probeId}`}>{t('faultEvidence.probe')}</Link>}
      </p>
      {serverId && <SamplesDrawer fault={fault} serverId={serverId} isOpen={parameters.has('samples')} />}
    </Panel>
  );
}
