import { fontFamily, monoFontFamily, statusColors, tokens, type ChartMode } from '@opsgauge/charts';
import { theme, type ThemeConfig } from 'antd';

/** The design tokens in antd's words. */
export function antdTheme(mode: ChartMode): ThemeConfig {
  const t = tokens[mode];
  const s = statusColors[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      fontFamilyCode: monoFontFamily,
      fontSize: 13,
      borderRadius: 6,
      borderRadiusSM: 4,
      controlHeight: 32,
      colorPrimary: t.brandSolid,
      colorInfo: t.brandSolid,
      colorLink: t.brand,
      colorLinkHover: t.brand,
      colorLinkActive: t.brand,
      colorSuccess: s.up.solid,
      colorWarning: s.warning.solid,
      colorError: s.down.solid,
      colorSuccessBg: s.up.tint,
      colorWarningBg: s.warning.tint,
      colorErrorBg: s.down.tint,
      colorBgLayout: t.page,
      colorBgContainer: t.surface,
      colorBgElevated: mode === 'dark' ? t.raised : t.surface,
      colorText: t.text,
      colorTextSecondary: t.text2,
      colorTextTertiary: t.text3,
      colorTextDescription: t.text3,
      colorTextPlaceholder: t.text3,
      colorBorder: t.lineStrong,
      colorBorderSecondary: t.line,
      colorSplit: t.line,
      boxShadowSecondary: '0 4px 16px rgb(0 0 0 / 12%), 0 0 1px rgb(0 0 0 / 20%)',
      motionDurationMid: '0.12s',
    },
    components: {
      Table: {
        cellPaddingBlockSM: 7,
        cellPaddingInlineSM: 12,
        headerBg: t.raised,
        headerColor: t.text2,
        rowHoverBg: t.raised,
        cellFontSizeSM: 13,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
      },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        defaultHoverColor: t.brand,
        defaultActiveColor: t.brand,
      },
      Menu: {
        itemHeight: 36,
        itemSelectedBg: t.brandTint,
        itemSelectedColor: t.brand,
        itemBorderRadius: 6,
        iconSize: 15,
        collapsedWidth: 40,
      },
      Tabs: { itemSelectedColor: t.brand, itemHoverColor: t.brand, inkBarColor: t.brand },
      Segmented: { trackBg: t.track, itemSelectedBg: t.surface },
      Drawer: { paddingLG: 20 },
    },
  };
}
