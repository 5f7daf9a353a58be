import type { ComponentProps } from 'react';

/**
 * A table's header cell. antd gives sortable ones an empty name where their title is more than a text; without it the
 * cell is named by what stands in it.
 */
export function HeaderCell({ 'aria-label': label, ...rest }: ComponentProps<'th'>) {
  return <th {...rest} {...(label ? { 'aria-label': label } : {})} />;
}
