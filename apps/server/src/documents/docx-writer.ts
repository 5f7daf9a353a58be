import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IFontAttributesProperties,
} from 'docx';
import type {
  ChartBlock,
  DocumentBlock,
  DocumentModel,
  SignatureBlock,
  TableBlock,
} from './document-model.js';
import { fonts, page, sizes, textWidthMillimetres, textWidthTwips } from './docx-styles.js';
import { drawChart } from './draw-chart.js';

const lineSpacing = 560;

/** Writes a document as Word does: styles of official papers, table headers repeated on each page. */
export async function writeDocx(model: DocumentModel): Promise<Buffer> {
  const document = new Document({
    title: model.title,
    creator: 'OpsGauge 运衡',
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    sections: [
      {
        properties: { page },
        footers: { default: footer() },
        children: [
          ...head(model),
          ...model.blocks.flatMap((one, index) => block(one, isBeforeSignature(model.blocks, index))),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head({ number, title, subtitle }: DocumentModel): Paragraph[] {
  return [
    ...(number ? [smallPrint(`编号：${number}`, AlignmentType.RIGHT)] : []),
    centred(title, fonts.title, sizes.title, { before: 0, after: 200 }),
    ...(subtitle ? [centred(subtitle, fonts.heading2, sizes.body, { before: 0, after: 320 })] : []),
  ];
}

const smallPrint = (
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph =>
  new Paragraph({
    alignment,
    // Small print belongs to what stands around it.
    keepNext: true,
    keepLines: true,
    spacing: { before: 40, after: 160 },
    children: lines(text, sizes.caption),
  });

/** Runs of a text in the face of tables, a break at each `\\n`. */
const lines = (text: string, size: number, isStrong = false): TextRun[] =>
  text.split('\n').map(
    (part, line) =>
      new TextRun({
        text: part,
        font: fonts.table,
        size,
        bold: isStrong,
        ...(line > 0 ? { break: 1 } : {}),
      }),
  );

const centred = (
  text: string,
  font: IFontAttributesProperties,
  size: number,
  spacing: { before: number; after: number },
): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [new TextRun({ text, font, size })] });

/** Whether places to sign follow, with no more than small print between: they never stand alone on a page. */
function isBeforeSignature(blocks: readonly DocumentBlock[], index: number): boolean {
  const next = blocks.slice(index + 1).find(({ kind }) => kind !== 'note');
  return next?.kind === 'signature';
}

/** @param isKept it stands on one page, in its last lines at least, with what follows */
function block(one: DocumentBlock, isKept: boolean): FileChild[] {
  switch (one.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          outlineLevel: one.level - 1,
          spacing: { before: 240, after: 120 },
          indent: { firstLine: sizes.body * 20 },
          children: [
            new TextRun({
              text: one.text,
              font: one.level === 1 ? fonts.heading1 : fonts.heading2,
              size: sizes.body,
            }),
          ],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          keepNext: isKept,
          spacing: { line: lineSpacing, after: 120 },
          indent: { firstLine: sizes.body * 20 },
          children: [new TextRun({ text: one.text })],
        }),
      ];
    case 'note':
      return [smallPrint(one.text)];
    case 'table':
      return [table(one, isKept), afterTable(isKept)];
    case 'chart':
      return chart(one);
    case 'signature':
      return [beforeSignature(), signature(one)];
  }
}

/** Word joins tables that nothing stands between. */
const afterTable = (keepNext: boolean): Paragraph =>
  new Paragraph({ keepNext, spacing: { line: 160, lineRule: LineRuleType.EXACT }, children: [] });

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;
const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

function table({ columns, rows, hasHeader }: TableBlock, isKept: boolean): Table {
  const widths = columns.map(({ widthPercent }) => Math.round((textWidthTwips * widthPercent) / 100));
  const cell = (text: string, index: number, isHead: boolean, isStrong = false, keepNext = false) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isHead ? { shading: { fill: 'F2F2F2' } } : {}),
      children: [
        new Paragraph({
          keepNext,
          alignment: isHead && hasHeader ? AlignmentType.CENTER : alignments[columns[index]!.align ?? 'left'],
          children: lines(text, sizes.table, isHead || isStrong),
        }),
      ],
    });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(column.header, index, true)),
  });
  const body = rows.map(
    (row, number) =>
      new TableRow({
        cantSplit: true,
        children: row.map(({ text, isStrong }, index) =>
          cell(text, index, !hasHeader && index % 2 === 0, isStrong, isKept && number === rows.length - 1),
        ),
      }),
  );
  return new Table({
    width: { size: textWidthTwips, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: hasHeader ? [header, ...body] : body,
  });
}

function chart({ caption, chart: options }: ChartBlock): Paragraph[] {
  const { png, aspectRatio } = drawChart(options);
  // docx counts pictures in pixels of 1/96 inch.
  const width = Math.round((textWidthMillimetres / 25.4) * 96);
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width, height: Math.round(width / aspectRatio) },
    altText: { name: caption, title: caption, description: caption },
  });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120 },
      children: [picture],
    }),
    centred(caption, fonts.table, sizes.caption, { before: 40, after: 160 }),
  ];
}

/** Room above the places to sign, and what keeps them with the text before. */
const beforeSignature = (): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { line: 480, lineRule: LineRuleType.EXACT }, children: [] });

function signature({ parties }: SignatureBlock): Table {
  const width = Math.floor(textWidthTwips / parties.length);
  const text = (content: string) =>
    new Paragraph({
      keepNext: true,
      spacing: { before: 160, after: 160 },
      children: [new TextRun({ text: content, size: 28 })],
    });
  return new Table({
    width: { size: textWidthTwips, type: WidthType.DXA },
    columnWidths: parties.map(() => width),
    borders: {
      top: noLine,
      bottom: noLine,
      left: noLine,
      right: noLine,
      insideHorizontal: noLine,
      insideVertical: noLine,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: parties.map(
          (party) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              children: [text(`${party}（签字）：`), text('日期：　　　年　　月　　日')],
            }),
        ),
      }),
    ],
  });
}

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: fonts.table,
            size: sizes.pageNumber,
          }),
        ],
      }),
    ],
  });
