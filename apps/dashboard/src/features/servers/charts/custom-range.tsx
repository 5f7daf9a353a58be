import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FixedPeriod } from '../../../shared/api/samples.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useZoneNote } from '../../../shared/time/use-zone-note.js';
import { instantOf, localTimeOf } from '../../../shared/format/zone-instants.js';
import { hubNow } from '../../../shared/time/clock.js';
import { fixedWindow, isPossible, type ChartWindow } from './chart-window.js';

interface CustomRangeProps {
  period: FixedPeriod;
  onShow: (window: ChartWindow) => void;
}

/** Both ends on the organisation's clock. */
function RangeForm({ period, onShow }: CustomRangeProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormats();
  const zoneNote = useZoneNote();
  const [from, setFrom] = useState(localTimeOf(period.from, timeZone));
  const [to, setTo] = useState(localTimeOf(period.to, timeZone));
  const [fromMs, toMs] = [from, to].map((local) => (local ? Date.parse(instantOf(local, timeZone)) : NaN));
  const isGood = isPossible(fromMs!, toMs!) && fromMs! < hubNow();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isGood) onShow(fixedWindow(fromMs!, Math.min(toMs!, hubNow()), hubNow()));
  };
  return (
    <form className="custom-range" onSubmit={submit}>
      <label>
        <span>{t('intervals.from')}</span>
        <Input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        <span>{t('intervals.to')}</span>
        <Input type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      {isGood ? (
        <span className="muted">{zoneNote}</span>
      ) : (
        <span className="down-text" role="alert">
          {t('chart.rangeImpossible')}
        </span>
      )}
      <Button type="primary" htmlType="submit" disabled={!isGood}>
        {t('chart.show')}
      </Button>
    </form>
  );
}

/** Says which time is shown, and lets another be chosen. */
export function CustomRange({ period, onShow }: CustomRangeProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <RangeForm
          period={period}
          onShow={(window) => {
            setOpen(false);
            onShow(window);
          }}
        />
      }
    >
      <Button icon={<CalendarOutlined />} title={t('chart.custom')} className="shown-range">
        <span className="num">
          {formats.dateTime(period.from)} – {formats.dateTime(period.to)}
        </span>
      </Button>
    </Popover>
  );
}
