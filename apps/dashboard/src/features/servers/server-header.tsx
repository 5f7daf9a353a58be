import type { Server } from '@opsgauge/contract';
import { Breadcrumb } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { HelpButton } from '../../shared/help/help-button.js';
import { Mark } from '../../shared/ui/mark.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { WaitingTag } from '../../shared/ui/waiting-tag.js';
import { FactList, type Fact } from '../../shared/ui/fact-list.js';

const tagClass = (status: Server['status']) => (status === 'out-of-service' ? 'unknown' : status);

function ServerFacts({ server }: { server: Server }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const uptimeSeconds = server.latest?.uptimeSeconds;
  const facts: Fact[] = [
    [t('server.address'), server.address ?? noValue],
    [t('server.hostname'), server.hostname],
    [t('server.operatingSystem'), server.operatingSystem ?? noValue],
    [t('server.uptime'), uptimeSeconds === undefined ? noValue : formats.duration(uptimeSeconds * 1000)],
    [t('server.agent'), `${server.agentVersion ?? noValue} · ${server.intervalSeconds} s`],
    [t('column.lastReport'), <RelativeTime key="last" moment={server.lastReportAt} />],
    ...(server.statusSince
      ? [
          [
            t('server.statusSince', { status: t(`status.${server.status}`) }),
            formats.dateTime(server.statusSince),
          ] as const,
        ]
      : []),
  ];
  return <FactList className="facts-line" facts={facts} />;
}

/** Where the page stands, the server's name and status, its facts, and what can be done. */
export function ServerHeader({ server, actions }: { server: Server; actions: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="page-head">
      <Breadcrumb
        items={[
          { title: <Link to="/">{t('navigation.overview')}</Link> },
          ...(server.systemId
            ? [{ title: <SystemLink id={server.systemId} name={server.systemName} /> }]
            : []),
          { title: server.name },
        ]}
      />
      <div className="row title-row">
        <Mark kind={server.status} size={18} />
        <h1>{server.name}</h1>
        <span className={`tag ${tagClass(server.status)}`} data-status={server.status}>
          {t(`status.${server.status}`)}
        </span>
        <WaitingTag server={server} />
        {server.isCritical && <span className="tag outlined">{t('server.critical')}</span>}
        <span className="spacer" />
        <span className="row actions">
          {actions}
          <HelpButton page="server" />
        </span>
      </div>
      <ServerFacts server={server} />
    </div>
  );
}
