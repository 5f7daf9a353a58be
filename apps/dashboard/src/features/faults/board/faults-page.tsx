import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../../shared/api/queries.js';
import { useMay } from '../../../shared/permissions.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { PageHead } from '../../../shared/ui/page-head.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { ActionDrawer } from '../actions/action-drawer.js';
import { useFaultActions } from '../actions/use-fault-actions.js';
import { BoardColumnView } from './board-column.js';
import { FaultFigures } from './fault-figures.js';
import { listSelectionOf, selectionOf } from './fault-filter.js';
import { FaultList } from './fault-list.js';
import { FilterBar } from './filter-bar.js';
import { KeysHelp } from './keys-help.js';
import { RecentlyClosed } from './recently-closed.js';
import { ReportDrawer } from './report-drawer.js';
import { boardOrder, boardStates, useBoard } from './use-board.js';
import { useBoardKeys } from './use-board-keys.js';
import { useFaultFilter } from './use-fault-filter.js';
import { useFaultPages } from './use-fault-pages.js';
import { ViewSwitch } from './view-switch.js';
import './board.css';

/** The faults that wait for somebody, and those that were closed last. */
export function FaultsPage() {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const isPhone = useIsPhone();
  const mayReport = useMay('reportFaults');
  const { data: session } = useQuery(sessionQuery);
  const control = useFaultFilter();
  const { filter } = control;
  const userId = session?.user?.id ?? null;
  const selection = useMemo(() => selectionOf(filter, timeZone, userId), [filter, timeZone, userId]);
  const isBoard = filter.view === 'board';
  const columns = useBoard(selection, isBoard);
  const list = useFaultPages({ ...selection, ...listSelectionOf(filter.state) }, !isBoard);
  const { act, drawer } = useFaultActions();
  const [isReporting, setReporting] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const search = useRef<InputRef>(null);
  const chosen = useBoardKeys({
    faults: isBoard ? boardOrder(columns) : list.faults,
    respond: (fault) => fault.possibleActions.includes('acknowledge') && act('acknowledge', fault),
    search: () => search.current?.focus({ cursor: 'all' }),
    showHelp: () => setHelpOpen(true),
  });
  return (
    <>
      <PageHead
        title={t('navigation.faults')}
        help="faults"
        note={t('faultBoard.terms')}
        actions={
          <>
            {!isPhone && <ViewSwitch control={control} />}
            {mayReport && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setReporting(true)}>
                {t('faultReport.add')}
              </Button>
            )}
            {!isPhone && (
              <Button
                title={t('faultKeys.open')}
                aria-label={t('faultKeys.open')}
                onClick={() => setHelpOpen(true)}
              >
                <kbd>?</kbd>
              </Button>
            )}
          </>
        }
      />
      <FaultFigures systemId={filter.systemId} />
      <section className={isBoard ? 'fault-section' : 'fault-section panel'}>
        <FilterBar control={control} search={search} />
        {isBoard ? (
          <div className="fault-board">
            {boardStates.map((state) => (
              <BoardColumnView key={state} state={state} column={columns[state]} chosen={chosen} act={act} />
            ))}
          </div>
        ) : (
          <FaultList pages={list} chosen={chosen} control={control} />
        )}
      </section>
      {isBoard && <RecentlyClosed selection={selection} />}
      <ActionDrawer {...drawer} />
      <ReportDrawer isOpen={isReporting} onClose={() => setReporting(false)} />
      <KeysHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}
