import type { Fault } from '@opsgauge/contract';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

interface BoardKeys {
  /** In the order in which j and k go through them. */
  faults: readonly Fault[];
  respond: (fault: Fault) => void;
  search: () => void;
  showHelp: () => void;
}

/** The one before or after the chosen one; from nowhere, the first. Pure, so that it can be tested. */
export function stepTo(ids: readonly string[], chosen: string | null, by: 1 | -1): string | null {
  const at = chosen === null ? -1 : ids.indexOf(chosen);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, .ant-select, .ant-drawer, .ant-modal') !== null);

/** Keys of the board, wherever nobody types: j and k choose, Enter opens, r responds, / searches, ? explains. */
export function useBoardKeys(keys: BoardKeys): Fault | null {
  const navigate = useNavigate();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = keys.faults.find(({ id }) => id === chosenId) ?? null;
  const latest = useRef({ keys, chosen });
  latest.current = { keys, chosen };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const { keys: known, chosen: current } = latest.current;
      const step = (by: 1 | -1) =>
        setChosenId((id) =>
          stepTo(
            known.faults.map((fault) => fault.id),
            id,
            by,
          ),
        );
      const deeds: Record<string, (() => void) | undefined> = {
        j: () => step(1),
        k: () => step(-1),
        r: () => current && known.respond(current),
        '/': known.search,
        '?': known.showHelp,
        // A link or a button that has the focus is opened by its own Enter.
        Enter: () =>
          current && document.activeElement === document.body && void navigate(`/faults/${current.id}`),
      };
      const deed = deeds[event.key];
      if (!deed) return;
      if (event.key === '/') event.preventDefault();
      deed();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate]);
  useEffect(() => {
    document.querySelector('.fault-card.is-chosen, tr.is-chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return chosen;
}
