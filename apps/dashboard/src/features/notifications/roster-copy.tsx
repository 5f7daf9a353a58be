import { CopyOutlined } from '@ant-design/icons';
import type { DutyShift } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { dutyShiftsQuery, saveDutyShift } from '../../shared/api/notifications.js';
import { useChange } from '../../shared/api/use-change.js';
import { shiftDate } from '../../shared/format/times.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { ownShiftsFrom, weekLater } from './shift-values.js';
import { edgesOf } from './week.js';

interface RosterCopyProps {
  week: readonly string[];
  /** Of this week; undefined until they are read. */
  shifts: readonly DutyShift[] | undefined;
}

/** Enters the shifts of the week before for this one; only for a week in which one has entered none. */
export function RosterCopy({ week, shifts }: RosterCopyProps) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const before = edgesOf(
    week.map((day) => shiftDate(day, -7)),
    timeZone,
  );
  const { data } = useQuery(dutyShiftsQuery(before.from, before.to));
  const last = ownShiftsFrom(data?.items ?? [], before);
  const copy = useChange({
    change: async (found: readonly DutyShift[]) => {
      for (const shift of found) await saveDutyShift(null, weekLater(shift, timeZone));
    },
    refresh: [keys.dutyShifts, keys.reach],
    done: t('record.saved'),
  });
  const isFree = shifts !== undefined && ownShiftsFrom(shifts, edgesOf(week, timeZone)).length === 0;
  if (!isFree || last.length === 0) return null;
  return (
    <Popconfirm
      title={t('roster.copyTitle', { value: last.length })}
      okText={t('roster.copy')}
      cancelText={t('action.cancel')}
      onConfirm={() => copy.mutate(last)}
    >
      <Button icon={<CopyOutlined />} loading={copy.isPending}>
        {t('roster.copy')}
      </Button>
    </Popconfirm>
  );
}
