import { Select } from 'antd';

interface RecordSelectProps {
  options: { value: string; label: string }[];
  /** Given by the form item around it. */
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  placeholder?: string;
  isOptional?: boolean;
  label?: string;
}

/** Chooses one record by name; an optional one may be cleared, which is null on the wire. */
export function RecordSelect({
  options,
  value,
  onChange,
  isOptional = false,
  label,
  ...rest
}: RecordSelectProps) {
  return (
    <Select<string>
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={isOptional}
      value={value ?? (undefined as never)}
      onChange={(next) => onChange?.(next ?? null)}
      options={options}
      style={{ width: '100%' }}
    />
  );
}
