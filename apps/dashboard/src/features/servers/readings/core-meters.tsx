import { useTranslation } from 'react-i18next';
import { Meter } from '../../../shared/ui/meter.js';

/** Each core's use; the agent reads them while somebody looks at the page. */
export function CoreMeters({ percents }: { percents: readonly number[] }) {
  const { t } = useTranslation();
  return (
    <ol className="cores" aria-label={t('server.cores')}>
      {percents.map((percent, index) => (
        <li key={index}>
          <span className="num muted">{index}</span>
          <Meter percent={percent} label={t('server.core', { value: index })} />
        </li>
      ))}
    </ol>
  );
}
