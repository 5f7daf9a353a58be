import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

interface GroupRowProps {
  name: string;
  requiredCount: number;
  size: number;
  onChange: (requiredCount: number) => void;
}

/** How many of a group's servers must work. */
export function GroupRow({ name, requiredCount, size, onChange }: GroupRowProps) {
  const { t } = useTranslation();
  return (
    <div className="group-row">
      <span className="tag outlined">{name}</span>
      {t('system.requiredBefore')}
      <InputNumber
        min={1}
        max={Math.max(1, size)}
        precision={0}
        value={requiredCount}
        aria-label={t('system.requiredOf', { name })}
        onChange={(value) => value !== null && onChange(value)}
        style={{ width: 72 }}
      />
      {t('system.requiredAfter', { value: size })}
    </div>
  );
}
