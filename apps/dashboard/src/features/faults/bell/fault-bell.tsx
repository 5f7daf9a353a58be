import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unansweredFaultsQuery } from '../../../shared/api/faults.js';
import { useReread } from '../../../shared/api/use-reread.js';
import { useLastingCount } from '../../../shared/faults/use-lasting-count.js';
import { setTitleBadge } from '../../../shared/ui/title-badge.js';
import { BellList } from './bell-list.js';
import { useBrowserNotices } from './use-browser-notices.js';
import { useNewFaultNotices } from './use-new-fault-notices.js';
import { useUndecided } from './use-undecided.js';

const readAgainMs = 60_000;

/** What nobody has answered yet, and for owners what waits for their decision, wherever one is; and, for those who want it, the browser's notification of it. */
export function FaultBell() {
  const { t } = useTranslation();
  const { data } = useQuery(unansweredFaultsQuery);
  const undecided = useUndecided(readAgainMs);
  useReread(unansweredFaultsQuery.queryKey, readAgainMs);
  const count = (data?.total ?? 0) + (undecided?.total ?? 0);
  const lasting = useLastingCount();
  const notices = useBrowserNotices();
  const [isOpen, setOpen] = useState(false);
  useNewFaultNotices(data?.items, notices.state === 'on');
  useEffect(() => {
    setTitleBadge(lasting);
    return () => setTitleBadge(0);
  }, [lasting]);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <BellList
          faults={data?.items ?? []}
          undecided={undecided}
          notices={notices}
          onChosen={() => setOpen(false)}
        />
      }
    >
      <Button
        type="text"
        className="fault-bell"
        aria-label={`${t('faultBell.label')} ${count}`}
        aria-expanded={isOpen}
        icon={
          <Badge
            count={count}
            size="small"
            overflowCount={99}
            offset={[count > 9 ? -4 : 4, -2]}
            className="bell-badge"
          >
            <BellOutlined />
          </Badge>
        }
      />
    </Popover>
  );
}
