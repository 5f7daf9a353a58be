import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const lines = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'enter'],
  ['r', 'respond'],
  ['/', 'search'],
  ['?', 'help'],
] as const;

/** What the keys of the board do. */
export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} width={360} title={t('faultKeys.title')}>
      <dl className="keys-help">
        {lines.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`faultKeys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
