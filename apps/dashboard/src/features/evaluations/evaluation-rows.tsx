import type { Evaluation } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../shared/format/use-formats.js';

/** The evaluations as two-line rows for a phone. */
export function EvaluationRows({ evaluations }: { evaluations: Evaluation[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div>
      {evaluations.map(({ id, projectName, name, from, to }) => (
        <Link className="server-row" key={id} to={`/evaluations/${id}`}>
          <b>{projectName}</b>
          <div className="row sub">
            <span>{name}</span>
            <span className="spacer" />
            <span>
              {t('evaluation.fromTo', { from: formats.date(from), to: formats.lastDateBefore(to) })}
            </span>
          </div>
        </Link>
      ))}
    </div>
  );
}
