import { App } from 'antd';
import { useTranslation } from 'react-i18next';

interface Question {
  title: string;
  /** What it will mean. */
  text: string;
  /** The word on the button that does it. */
  action: string;
  /** False for what can be taken back. */
  isDanger?: boolean;
  onConfirm: () => Promise<unknown>;
}

/** Asks before something that others will notice, or that cannot be taken back. */
export function useConfirm(): (question: Question) => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  return ({ title, text, action, isDanger = true, onConfirm }) => {
    modal.confirm({
      title,
      content: text,
      okText: action,
      cancelText: t('action.cancel'),
      okButtonProps: { danger: isDanger },
      autoFocusButton: 'cancel',
      // The failure is told by whoever makes the change; the question closes either way.
      onOk: () => onConfirm().catch(() => undefined),
    });
  };
}
