import type { ReactNode } from 'react';
import { HelpButton } from '../help/help-button.js';
import type { HelpPage } from '../help/topics.js';
import { useTitle } from './use-title.js';

interface PageHeadProps {
  title: string;
  help: HelpPage;
  note?: ReactNode;
  actions?: ReactNode;
}

/** A page's title with what can be done on it and its help. */
export function PageHead({ title, help, note, actions }: PageHeadProps) {
  useTitle(title);
  return (
    <div className="page-head">
      <div className="row title-row">
        <h1>{title}</h1>
        <span className="spacer" />
        <span className={actions ? 'row actions' : 'row'}>
          {actions}
          <HelpButton page={help} />
        </span>
      </div>
      {note && <p className="muted">{note}</p>}
    </div>
  );
}
