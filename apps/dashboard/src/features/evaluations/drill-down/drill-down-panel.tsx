import type { Actual, Evaluation } from '@opsgauge/contract';
import { Drawer } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDataWords } from '../use-data-words.js';
import { stepBack, type DrillDown } from '../use-drill-down.js';
import { DrillDownBody } from './drill-down-body.js';
import { DrillDownHead } from './drill-down-head.js';

export interface DrillDownProps {
  actual: Actual;
  evaluation: Evaluation;
  drillDown: DrillDown;
  onGo: (next: DrillDown) => void;
}

const closed: DrillDown = { indicatorKey: null, serverId: null, interval: null };

/** Escape goes one step back, unless something above it, such as an open list of a select, takes it first. */
function useEscape(onEscape: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('.ant-select-open, .ant-drawer-open:not(.drill-down-drawer)')) return;
      onEscape();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onEscape]);
}

/** A figure opened: docked beside the table where there is room, else over the page. */
export function DrillDownPanel({ isDocked, ...props }: DrillDownProps & { isDocked: boolean }) {
  const { t } = useTranslation();
  const words = useDataWords();
  const { actual, drillDown, onGo } = props;
  const panel = useRef<HTMLElement>(null);
  useEscape(() => onGo(stepBack(drillDown)));
  useEffect(() => {
    if (isDocked) panel.current?.focus({ preventScroll: true });
  }, [isDocked]);
  const head = <DrillDownHead actual={actual} onClose={() => onGo(closed)} hasClose={isDocked} />;
  if (isDocked) {
    return (
      <aside className="panel drill-down" ref={panel} tabIndex={-1} aria-label={words.indicator(actual)}>
        {head}
        <DrillDownBody {...props} />
      </aside>
    );
  }
  return (
    <Drawer
      open
      rootClassName="drill-down-drawer"
      size="min(560px, 100vw)"
      keyboard={false}
      onClose={() => onGo(closed)}
      title={head}
      aria-label={t('evaluation.drillDown', { name: words.indicator(actual) })}
    >
      <div className="drill-down">
        <DrillDownBody {...props} />
      </div>
    </Drawer>
  );
}
