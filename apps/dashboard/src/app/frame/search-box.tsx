import { SearchOutlined } from '@ant-design/icons';
import { useQueries, useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actualsQuery, evaluationsQuery, serversQuery, systemsQuery } from '../../shared/api/queries.js';
import { searchEntries, type SearchResults } from './search-options.js';

/** What there is to find; read only once somebody searches. */
function useResults(text: string, isOpen: boolean): SearchResults {
  const servers = useQuery({ ...serversQuery, enabled: isOpen });
  const systems = useQuery({ ...systemsQuery, enabled: isOpen });
  const evaluations = useQuery({ ...evaluationsQuery, enabled: isOpen });
  const actuals = useQueries({
    queries: (evaluations.data?.items ?? []).map(({ id }) => ({ ...actualsQuery(id), enabled: isOpen })),
    combine: (queries) => queries.flatMap((query) => query.data ?? []),
  });
  return useMemo(
    () => searchEntries(text, servers.data?.items ?? [], systems.data?.items ?? [], actuals),
    [text, servers.data, systems.data, actuals],
  );
}

/** Finds servers, systems and indicators by name; Ctrl K from anywhere. */
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
  const results = useResults(text, isOpen);
  useEffect(() => {
    const focusOnShortcut = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', focusOnShortcut);
    return () => removeEventListener('keydown', focusOnShortcut);
  }, []);
  const options = (['servers', 'systems', 'indicators'] as const)
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
      notFoundContent={text.trim() ? <span className="muted">{t('search.nothing')}</span> : null}
      popupMatchSelectWidth={420}
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
