import { EllipsisOutlined } from '@ant-design/icons';
import type { FaultDetail } from '@opsgauge/contract';
import { Breadcrumb, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FaultStateTag, SeverityTag } from '../../../shared/faults/fault-tags.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { HelpButton } from '../../../shared/help/help-button.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { offeredActions, primaryAction, subjectOf, type OfferedAction } from '../actions/offered-actions.js';
import type { Act } from '../actions/use-fault-actions.js';
import { FaultFlags } from '../board/fault-notes.js';

/** Those that stand beside the next step; the rest is in a menu. */
const beside: readonly OfferedAction[] = ['refuse', 'assign', 'requestSuspension'];

/** What is wrong, how far it has come, and what can be done. */
export function FaultHeader({ fault, act }: { fault: FaultDetail; act: Act }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const isPhone = useIsPhone();
  const subject = subjectOf(fault);
  const first = primaryAction(subject);
  const others = offeredActions(subject).filter((action) => action !== first);
  const buttons = others.filter((action) => beside.includes(action)).slice(0, isPhone ? 1 : undefined);
  const menu = others.filter((action) => !buttons.includes(action));
  const wordOf = (action: OfferedAction) =>
    t(`faultAction.${action === 'assign' && fault.assignee ? 'reassign' : action}`);
  const more = menu.length > 0 && (
    <Dropdown
      key="more"
      trigger={['click']}
      menu={{
        items: menu.map((action) => ({ key: action, label: wordOf(action) })),
        onClick: ({ key }) => act(key as OfferedAction, fault),
      }}
    >
      <Button
        aria-label={t('faultAction.moreOn', { number: fault.number })}
        {...(isPhone ? { icon: <EllipsisOutlined /> } : {})}
      >
        {!isPhone && t('faultAction.more')}
      </Button>
    </Dropdown>
  );
  const besides = buttons.map((action) => (
    <Button key={action} onClick={() => act(action, fault)}>
      {wordOf(action)}
    </Button>
  ));
  const lead = first && (
    <Button key="lead" type="primary" onClick={() => act(first, fault)}>
      {wordOf(first)}
    </Button>
  );
  return (
    <div className="page-head">
      <Breadcrumb
        items={[{ title: <Link to="/faults">{t('navigation.faults')}</Link> }, { title: fault.number }]}
      />
      <div className="row title-row">
        <h1>{titleOf(fault.title)}</h1>
        <FaultStateTag state={fault.state} />
        <SeverityTag severity={fault.severity} />
        <FaultFlags fault={fault} />
        <span className="spacer" />
        <span className="row actions">
          {isPhone ? [lead, ...besides, more] : [more, ...besides, lead]}
          <HelpButton page="fault" />
        </span>
      </div>
    </div>
  );
}
