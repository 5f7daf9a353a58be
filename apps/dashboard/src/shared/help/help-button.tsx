import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { helpTopics, type HelpPage } from './topics.js';

/** Opens a drawer that says what the numbers of this page mean. */
export function HelpButton({ page }: { page: HelpPage }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<QuestionCircleOutlined />}
        onClick={() => setOpen(true)}
        aria-label={t('help.open')}
        title={t('help.open')}
      />
      <Drawer open={isOpen} onClose={() => setOpen(false)} size={480} title={t('help.title')}>
        <dl className="help">
          {helpTopics[page].map((topic) => (
            <div key={topic}>
              <dt>{t(`helpTopic.${topic}.term`)}</dt>
              <dd>{t(`helpTopic.${topic}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Drawer>
    </>
  );
}
