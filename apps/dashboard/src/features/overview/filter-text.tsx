import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindKey } from './use-find-key.js';

interface FilterTextProps {
  value: string;
  onChange: (text: string) => void;
  /** Whether the browser's own search would miss rows. */
  isFindKeyTaken: boolean;
}

/**
 * The search of the list. What is typed stands here at once; the address follows a moment later, and must not put
 * back what it held before while somebody goes on typing.
 */
export function FilterText({ value, onChange, isFindKeyTaken }: FilterTextProps) {
  const { t } = useTranslation();
  const input = useFindKey(isFindKeyTaken);
  const [text, setText] = useState(value);
  useEffect(() => {
    if (document.activeElement !== input.current?.input) setText(value);
  }, [value, input]);
  return (
    <Input
      ref={input}
      allowClear
      className="filter-text"
      prefix={<SearchOutlined />}
      placeholder={t('overview.searchPlaceholder')}
      aria-label={t('overview.searchPlaceholder')}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(event.target.value);
      }}
    />
  );
}
