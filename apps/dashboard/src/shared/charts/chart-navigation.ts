/** What can be done with the stretch of time that charts show; all charts of a page follow. */
export interface ChartNavigation {
  /** Shows the stretch between two moments, epoch milliseconds, in either order. */
  select: (fromMs: number, toMs: number) => void;
  /** Shows what was shown before the last change. */
  back: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  earlier: () => void;
  later: () => void;
}

const keys: Record<string, Exclude<keyof ChartNavigation, 'select'>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  Escape: 'back',
};

/** As `aria-keyshortcuts` wants it. */
export const navigationKeys = '+ - ArrowLeft ArrowRight Escape';

/** Does what a key stands for; false where it stands for nothing here. */
export function navigateByKey(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  navigation: ChartNavigation,
): boolean {
  const action = ctrlKey || metaKey || altKey ? undefined : keys[key];
  if (action) navigation[action]();
  return action !== undefined;
}
