import type { Server, System, SystemsAvailabilityDaysResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { DayBar } from '../../shared/availability/day-bar.js';
import { percentDigits } from '../../shared/format/figures.js';
import { LowCoverageMark, uncertainClass } from '../../shared/ui/low-coverage-mark.js';
import { Mark } from '../../shared/ui/mark.js';

/** More than these do not fit beside the name. */
const marksMax = 16;
const namesMax = 3;

interface WallSystemProps {
  system: System;
  found: SystemsAvailabilityDaysResponse['items'][number] | undefined;
  servers: readonly Server[];
}

/** A system: its state, its servers', its last 30 days and what is wrong. */
export function WallSystem({ system, found, servers }: WallSystemProps) {
  const { t } = useTranslation();
  const coverage = found?.total.coveragePercent ?? null;
  const troubled = servers.filter(({ status }) => status !== 'up' && status !== 'out-of-service');
  return (
    <article>
      <div className="wall-row">
        {found && <Mark kind={found.status} />}
        <b className="wall-name">{system.name}</b>
        <span className="wall-marks">
          {[...troubled, ...servers.filter((server) => !troubled.includes(server))]
            .slice(0, marksMax)
            .map((server) => (
              <Mark key={server.id} kind={server.status} label={server.name} />
            ))}
          {servers.length > marksMax && <small>+{servers.length - marksMax}</small>}
        </span>
      </div>
      <div className="wall-row">
        <span className="wall-days">
          {found?.items.map((day) => (
            <DayBar key={day.date} day={day} />
          ))}
        </span>
        <LowCoverageMark coveragePercent={coverage} isWordless />
        <b className={`wall-percent num ${uncertainClass(coverage)}`}>
          {percentDigits(found?.total.availabilityPercent)}
          {found?.total.availabilityPercent && <small>%</small>}
        </b>
      </div>
      <div className="wall-notes">
        {troubled.length === 0 && <span>{t('wall.allUp')}</span>}
        {troubled.slice(0, namesMax).map(({ id, name, status }) => (
          <span key={id} style={{ color: `var(--${status}-text)` }}>
            {t(`status.${status}`)} {name}
          </span>
        ))}
        {troubled.length > namesMax && <span>+{troubled.length - namesMax}</span>}
      </div>
    </article>
  );
}
