import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';
import type { Trial } from './use-trials.js';

export function TrialButton({ onTry, isBusy }: { onTry: () => void; isBusy: boolean }) {
  const { t } = useTranslation();
  return (
    <Button size="small" type="link" onClick={onTry} loading={isBusy}>
      {t('notifications.try')}
    </Button>
  );
}

/** What became of a test message; nothing before one was sent, but that the channel is off. */
export function TrialOutcome({ trial, isOff = false }: { trial: Trial | null; isOff?: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (trial === null) return <span className="muted">{t(isOff ? 'channel.off' : 'channel.untried')}</span>;
  const failure = typeof trial === 'string' ? { words: trial, detail: '' } : wordsOf(trial.failure);
  function wordsOf(found: Exclude<Trial, string>['failure']) {
    return found && { words: t(`deliveryFailure.${found.code}`), detail: found.message };
  }
  return (
    <span className="status-label" role="status" data-trial={failure ? 'failed' : 'taken'}>
      <Mark kind={failure ? 'down' : 'up'} size={12} />
      <span title={failure?.detail}>
        {failure
          ? failure.words
          : t('notifications.taken', {
              value: formats.exactDuration((trial as { durationMs: number }).durationMs),
            })}
      </span>
    </span>
  );
}
