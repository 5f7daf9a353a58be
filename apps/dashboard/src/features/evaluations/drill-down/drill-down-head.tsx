import { CloseOutlined } from '@ant-design/icons';
import type { Actual } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { CopyButton } from '../../../shared/ui/copy-button.js';
import { useDataWords } from '../use-data-words.js';

/** The indicator's name, a copy of this step's address, and the way out. */
export function DrillDownHead({
  actual,
  onClose,
  hasClose,
}: {
  actual: Actual;
  onClose: () => void;
  hasClose: boolean;
}) {
  const { t } = useTranslation();
  const words = useDataWords();
  const { pathname, search } = useLocation();
  return (
    <header className="drill-down-head">
      <h2>{words.indicator(actual)}</h2>
      <span className="spacer" />
      <CopyButton text={`${window.location.origin}${pathname}${search}`} label={t('evaluation.cite')} />
      {hasClose && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          onClick={onClose}
          aria-label={t('action.close')}
        />
      )}
    </header>
  );
}
