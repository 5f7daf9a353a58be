import {
  chartColors,
  fontFamily,
  monoFontFamily,
  statusColors,
  tokens,
  type ChartMode,
} from '@opsgauge/charts';
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useMedia } from '../ui/use-media.js';

const storageKey = 'opsgauge.theme';

interface ThemeMode {
  mode: ChartMode;
  toggle: () => void;
}

const ThemeModeContext = createContext<ThemeMode>({ mode: 'light', toggle: () => undefined });
export const useThemeMode = (): ThemeMode => useContext(ThemeModeContext);

/** The tokens of `mode` as CSS variables: `--page`, `--up-text`, `--c1` … */
export function cssVariables(mode: ChartMode): Record<string, string> {
  const statuses = Object.entries(statusColors[mode]).flatMap(([name, colors]) =>
    Object.entries(colors).map(([part, color]) => [`--${name}-${part}`, color]),
  );
  return {
    ...Object.fromEntries(Object.entries(tokens[mode]).map(([name, color]) => [`--${name}`, color])),
    ...Object.fromEntries(statuses),
    '--c1': chartColors[mode].series[0],
    '--mark-ink': mode === 'dark' ? tokens.dark.page : '#ffffff',
    '--font': fontFamily,
    '--mono': monoFontFamily,
  };
}

const stored = (): ChartMode | null => {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : null;
};

/** Light or dark: the person's choice where there is one, else the system's. */
export function ThemeModeProvider({ children }: { children: ReactNode }) {
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const [chosen, setChosen] = useState<ChartMode | null>(stored);
  const mode = chosen ?? (isSystemDark ? 'dark' : 'light');
  const toggle = useCallback(() => {
    const next = mode === 'dark' ? 'light' : 'dark';
    localStorage.setItem(storageKey, next);
    setChosen(next);
  }, [mode]);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['mode'] = mode;
    for (const [name, value] of Object.entries(cssVariables(mode))) root.style.setProperty(name, value);
  }, [mode]);
  const value = useMemo(() => ({ mode, toggle }), [mode, toggle]);
  return <ThemeModeContext value={value}>{children}</ThemeModeContext>;
}
