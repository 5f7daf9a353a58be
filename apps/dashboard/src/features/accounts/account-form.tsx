import { roleSchema, type Account, type AccountInput, type Role } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeAccount, createAccount } from '../../shared/api/accounts.js';
import { organizationsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { organizationKindOf } from './organization-kind.js';

interface AccountFormProps {
  editing: Editing<Account>;
  onCreated: (account: Account) => void;
}

/** A new account is followed by its invitation: nobody else ever knows the password. */
export function AccountForm({ editing, onCreated }: AccountFormProps) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const organizations = useQuery(organizationsQuery).data?.items ?? [];
  const save = useChange({
    change: ({ username, ...rest }: AccountInput) =>
      item ? changeAccount(item.id, rest) : createAccount({ username, ...rest }),
    refresh: [keys.accounts],
    onDone: (account) => !item && onCreated(account),
    isErrorShown: true,
  });
  const missing = { required: true, whitespace: true, message: t('form.missing') };
  const organizationsFor = (role: Role) =>
    organizations
      .filter(({ kind }) => organizationKindOf(role) === null || kind === organizationKindOf(role))
      .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDrawer<AccountInput>
      title={t(item ? 'account.edit' : 'account.add')}
      isOpen={isOpen}
      onClose={close}
      submitLabel={item ? t('action.save') : t('account.createAndInvite')}
      initialValues={
        item
          ? { displayName: item.displayName, role: item.role, organizationId: item.organizationId }
          : { role: 'operator', organizationId: null }
      }
      onSubmit={(values) => save.mutateAsync(values)}
    >
      {!item && (
        <Form.Item
          name="username"
          label={t('login.username')}
          extra={t('account.usernameHint')}
          rules={[
            { ...missing },
            { pattern: /^[a-z0-9][a-z0-9._-]{1,62}$/, message: t('account.usernameHint') },
          ]}
        >
          <Input maxLength={63} autoFocus autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="displayName" label={t('account.displayName')} rules={[missing]}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="role" label={t('account.role')}>
        <Select
          options={roleSchema.options.map((role) => ({
            value: role,
            label: t(`role.${role}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const role = (getFieldValue('role') as Role | undefined) ?? 'operator';
          return (
            <>
              <p className="muted form-heading">{t(`roleText.${role}`)}</p>
              <Form.Item name="organizationId" label={t('account.organization')}>
                <RecordSelect options={organizationsFor(role)} isOptional />
              </Form.Item>
            </>
          );
        }}
      </Form.Item>
    </FormDrawer>
  );
}
