import { convertMillimetersToTwip, type IFontAttributesProperties } from 'docx';

/** A4 with the margins of official papers. */
export const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    bottom: convertMillimetersToTwip(35),
  },
} as const;

/** Width between the margins. */
export const textWidthMillimetres = 210 - 28 - 26;
export const textWidthTwips = convertMillimetersToTwip(textWidthMillimetres);

const face = (eastAsia: string): IFontAttributesProperties => ({
  eastAsia,
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
});

/** The faces of official papers; Word finds its own where one is missing. */
export const fonts = {
  title: face('方正小标宋简体'),
  body: face('仿宋'),
  heading1: face('黑体'),
  heading2: face('楷体'),
  table: face('宋体'),
} as const;

/** Sizes in half points. */
export const sizes = { title: 44, body: 32, table: 20, caption: 20, pageNumber: 28 } as const;
