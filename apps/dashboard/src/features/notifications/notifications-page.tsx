import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../shared/permissions.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { ChannelsSection } from './channels-section.js';
import { DeliveriesSection } from './deliveries-section.js';
import { MailServerSection } from './mail-server-section.js';
import { ReachAlert } from './reach-alert.js';
import { RosterSection } from './roster-section.js';
import { SubscriptionsSection } from './subscriptions-section.js';
import './notifications.css';

const sections = {
  channels: <ChannelsSection />,
  subscriptions: <SubscriptionsSection />,
  roster: <RosterSection />,
  deliveries: <DeliveriesSection />,
  mail: <MailServerSection />,
};
type Section = keyof typeof sections;
const allNames = Object.keys(sections) as Section[];

/** How people are told of faults: by what, who of what, who is on duty, and what became of it. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { section } = useParams();
  const mayManageMail = useMay('manageMailServer');
  const names = allNames.filter((name) => mayManageMail || name !== 'mail');
  const shown = names.find((name) => name === section) ?? 'channels';
  return (
    <>
      <PageHead title={t('navigation.notifications')} help="notifications" />
      <ReachAlert />
      <section className="panel section-tabs">
        <Tabs
          activeKey={shown}
          onChange={(next) => void navigate(`/notifications/${next}`, { replace: true })}
          destroyOnHidden
          items={names.map((name) => ({
            key: name,
            label: t(`notifications.${name}`),
            children: sections[name],
          }))}
        />
      </section>
    </>
  );
}
