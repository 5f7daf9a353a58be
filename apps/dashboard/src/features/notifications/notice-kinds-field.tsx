import type { NotificationSubscriptionInput } from '@opsgauge/contract';
import type { NoticeKind } from '@opsgauge/domain';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';

/** What needs more words than its name. */
const detailed = ['requested', 'amended', 'responseEscalation', 'repairEscalation'] as const;
type DetailedKind = (typeof detailed)[number];
const isDetailed = (kind: NoticeKind): kind is DetailedKind =>
  (detailed as readonly NoticeKind[]).includes(kind);

interface NoticeKindsFieldProps {
  /** What an organization can be told. */
  offeredTo: (organizationId: string | null | undefined) => readonly NoticeKind[];
}

/** What is told, of what the chosen organization can be told. */
export function NoticeKindsField({ offeredTo }: NoticeKindsFieldProps) {
  const { t } = useTranslation();
  const organizationId = Form.useWatch<NotificationSubscriptionInput['organizationId'] | undefined>(
    'organizationId',
  );
  return (
    <Form.Item
      name="kinds"
      label={t('subscription.kinds')}
      rules={[{ required: true, message: t('form.missing') }]}
    >
      <Checkbox.Group
        className="notice-kinds"
        options={offeredTo(organizationId).map((value) => ({
          value,
          label: (
            <>
              {t(`noticeKind.${value}`)}
              {isDetailed(value) && <span className="muted"> {t(`noticeKindDetail.${value}`)}</span>}
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}
