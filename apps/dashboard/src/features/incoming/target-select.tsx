import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices, useSystemChoices } from '../../shared/api/choices.js';

interface TargetSelectProps {
  /** Given by the form item around it. */
  id?: string;
  value?: string;
  onChange?: (choice: string) => void;
  label?: string;
}

/** Chooses a system or a server; see `target-choice.ts`. */
export function TargetSelect({ label, ...rest }: TargetSelectProps) {
  const { t } = useTranslation();
  const options = { system: useSystemChoices(), server: useServerChoices() };
  return (
    <Select<string>
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('incoming.target')}
      style={{ width: '100%' }}
      options={(['system', 'server'] as const).map((kind) => ({
        label: t(`column.${kind}`),
        options: options[kind].map((one) => ({ ...one, value: `${kind}:${one.value}` })),
      }))}
    />
  );
}
