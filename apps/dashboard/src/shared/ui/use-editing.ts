import { useState } from 'react';

/** What a form is open for: a known record, or null for a new one. */
export interface Editing<T> {
  item: T | null;
  isOpen: boolean;
  start: (item: T | null) => void;
  close: () => void;
}

/** Keeps the record while the form closes, so that its words do not change under the eye. */
export function useEditing<T>(): Editing<T> {
  const [state, setState] = useState<{ item: T | null; isOpen: boolean }>({ item: null, isOpen: false });
  return {
    ...state,
    start: (item) => setState({ item, isOpen: true }),
    close: () => setState((known) => ({ ...known, isOpen: false })),
  };
}
