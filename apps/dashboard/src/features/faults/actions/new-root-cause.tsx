import type { RootCauseInput } from '@opsgauge/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addRootCause } from '../../../shared/api/faults.js';
import { keys } from '../../../shared/api/keys.js';
import { useChange } from '../../../shared/api/use-change.js';

interface NewRootCauseProps {
  onAdded: (code: string) => void;
  onCancel: () => void;
}

/** Adds to the catalogue from within another form, so it has no form of its own. */
export function NewRootCause({ onAdded, onCancel }: NewRootCauseProps) {
  const { t } = useTranslation();
  const [input, setInput] = useState<RootCauseInput>({ rootCauseCode: '', nameChinese: '', nameEnglish: '' });
  const add = useChange({
    change: addRootCause,
    refresh: [keys.rootCauses],
    done: t('faultForm.rootCauseAdded'),
    onDone: ({ rootCauseCode }) => onAdded(rootCauseCode),
  });
  const field = (name: keyof RootCauseInput, label: string, placeholder?: string) => (
    <Input
      value={input[name]}
      aria-label={label}
      placeholder={placeholder ?? label}
      onChange={(event) => setInput((known) => ({ ...known, [name]: event.target.value }))}
    />
  );
  return (
    <div className="new-root-cause">
      {field('nameChinese', t('faultForm.rootCauseChinese'))}
      {field('nameEnglish', t('faultForm.rootCauseEnglish'))}
      {field('rootCauseCode', t('faultForm.rootCauseCode'), `${t('faultForm.rootCauseCode')} raid-card`)}
      <span className="row">
        <Button size="small" type="primary" loading={add.isPending} onClick={() => add.mutate(input)}>
          {t('action.save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </div>
  );
}
