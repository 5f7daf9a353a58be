import type { Fault } from '@opsgauge/contract';
import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useRootCauses } from '../../../shared/faults/use-root-causes.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { faultColumns, type FaultColumnName } from './fault-columns.js';

/** The named columns in the words of the page. `names` has to stay the same array. */
export function useFaultColumns(names: readonly FaultColumnName[]): TableColumnsType<Fault> {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const { nameOf } = useRootCauses();
  const { dateTime } = useFormats();
  return useMemo(
    () => faultColumns({ t, titleOf, timeOf: dateTime, rootCauseOf: nameOf }, names),
    [t, titleOf, dateTime, nameOf, names],
  );
}
