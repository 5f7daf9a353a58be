import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface RuleRowsProps {
  /** Of the form's list. */
  name: string;
  title: string;
  hint: string;
  addLabel: string;
  /** What a new row begins with. */
  newRow: object;
  isShort?: boolean;
  /** A row's fields, by its place in the list. */
  children: (row: number) => ReactNode;
}

/** A list of a form to which rows are added and from which they are taken. */
export function RuleRows({ name, title, hint, addLabel, newRow, isShort = false, children }: RuleRowsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="rule-rows">
      <legend>{title}</legend>
      <p className="muted">{hint}</p>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className={isShort ? 'rule-row is-short' : 'rule-row'}>
                {children(row.name)}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('action.delete')}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add(newRow)}>
              {addLabel}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
