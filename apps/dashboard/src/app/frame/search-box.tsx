import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSearchResults } from './use-search-results.js';

/** Finds servers, systems and indicators by name, faults by number or words; Ctrl K from anywhere. */
export function SearchBox({
  isAutoFocused = false,
  onChosen,
}: {
  isAutoFocused?: boolean;
  onChosen?: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(isAutoFocused);
  const { results, isSearching } = useSearchResults(text, isOpen);
  useEffect(() => {
    const focusOnShortcut = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', focusOnShortcut);
    return () => removeEventListener('keydown', focusOnShortcut);
  }, []);
  const options = (['servers', 'systems', 'faults', 'indicators'] as const)
    .filter((kind) => results[kind].length)
    .map((kind) => ({
      label: t(`search.${kind}`),
      options: results[kind].map(({ path, name, detail }) => ({
        value: path,
        label: (
          <span className="search-option">
            <b>{name}</b>
            <span>{detail}</span>
          </span>
        ),
      })),
    }));
  const choose = (path: string) => {
    setText('');
    input.current?.blur();
    onChosen?.();
    void navigate(path);
  };
  return (
    <AutoComplete
      className="search-box"
      value={text}
      options={options}
      defaultActiveFirstOption
      onSelect={choose}
      onChange={(value) => setText(value.startsWith('/') ? '' : value)}
      onFocus={() => setOpen(true)}
      notFoundContent={
        text.trim() && <span className="muted">{t(isSearching ? 'search.searching' : 'search.nothing')}</span>
      }
      popupMatchSelectWidth={520}
    >
      <Input
        ref={input}
        autoFocus={isAutoFocused}
        prefix={<SearchOutlined />}
        suffix={<kbd>Ctrl K</kbd>}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
      />
    </AutoComplete>
  );
}
