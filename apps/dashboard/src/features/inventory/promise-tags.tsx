import type { Promises } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';
import { promiseFields } from './contract-values.js';

/** The promises a contract makes, the others left out. */
export function PromiseTags({ promises }: { promises: Promises }) {
  const { t } = useTranslation();
  const made = promiseFields.filter(({ name }) => promises[name] !== null);
  if (!made.length) return <span className="no-data">{noValue}</span>;
  return (
    <span className="names">
      {made.map(({ name }) => (
        <span key={name} className="tag outlined" title={t(`promise.${name}`)}>
          {t(`promiseShort.${name}`, { value: String(promises[name]).replace(/(\.\d*?)0+$/, '$1') })}
        </span>
      ))}
    </span>
  );
}
