import { Tabs } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../shared/permissions.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { ContractsSection } from './contracts-section.js';
import { OrganizationsSection } from './organizations-section.js';
import { ProjectsSection } from './projects-section.js';
import { PrometheusSection } from './prometheus-section.js';
import { ServersSection } from './servers-section.js';
import { SystemsSection } from './systems-section.js';
import { WindowsSection } from './maintenance/windows-section.js';

/** In the order in which they are set up, each standing on those before it. */
const sections = {
  organizations: <OrganizationsSection />,
  projects: <ProjectsSection />,
  systems: <SystemsSection />,
  contracts: <ContractsSection />,
  servers: <ServersSection />,
  prometheus: <PrometheusSection />,
  maintenance: <WindowsSection />,
};
type Section = keyof typeof sections;
const allNames = Object.keys(sections) as Section[];

/** What is maintained, by whom, for whom and under which promises. */
export function InventoryPage() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const navigate = useNavigate();
  const { section } = useParams();
  const mayChange = useMay('changeInventory');
  const names = allNames.filter((name) => mayChange || name !== 'prometheus');
  const shown = names.find((name) => name === section) ?? 'systems';
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    const showActive = () =>
      tabs.current
        ?.querySelector('.ant-tabs-tab-active')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    showActive();
    // Words grow once their font is there.
    void document.fonts.ready.then(showActive);
  }, [shown, language]);
  return (
    <>
      <PageHead title={t('navigation.inventory')} help="inventory" />
      <section className="panel section-tabs" ref={tabs}>
        <Tabs
          activeKey={shown}
          onChange={(next) => void navigate(`/inventory/${next}`, { replace: true })}
          destroyOnHidden
          items={names.map((name) => ({
            key: name,
            label: t(`inventory.${name}`),
            children: sections[name],
          }))}
        />
      </section>
    </>
  );
}
