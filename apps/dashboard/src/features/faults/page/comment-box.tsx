import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enterFault } from '../../../shared/api/faults.js';
import { keys } from '../../../shared/api/keys.js';
import { useChange } from '../../../shared/api/use-change.js';

/** Adds a note to the timeline. */
export function CommentBox({ faultId }: { faultId: string }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const add = useChange({
    change: (text: string) => enterFault(faultId, { action: 'comment', note: text }),
    refresh: [keys.faults],
    onDone: () => setNote(''),
  });
  const submit = () => {
    if (note.trim()) add.mutate(note.trim());
  };
  return (
    <div className="row comment-box">
      <Input
        value={note}
        maxLength={1000}
        placeholder={t('faultPage.commentPlaceholder')}
        aria-label={t('faultPage.commentPlaceholder')}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={submit}
      />
      <Button loading={add.isPending} disabled={!note.trim()} onClick={submit}>
        {t('faultAction.comment')}
      </Button>
    </div>
  );
}
