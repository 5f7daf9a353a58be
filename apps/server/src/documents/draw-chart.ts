import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import {
  registerCharts,
  staticFontFamily,
  timeSeriesChart,
  type TimeSeriesChartOptions,
} from '@opsgauge/charts';
import { Chart } from 'chart.js';

/** Pixels of the picture: twice what a page shows, so that it prints sharply at 160 mm. */
const widthPixels = 720;
const heightPixels = 240;
const pixelRatio = 2;

let isPrepared = false;

/** Draws a chart as it stands in the page, without animation or interaction. */
export function drawChart(options: TimeSeriesChartOptions): { png: Buffer; aspectRatio: number } {
  prepare();
  const canvas = createCanvas(widthPixels, heightPixels);
  const configuration = timeSeriesChart({ ...options, isStatic: true });
  const chart = new Chart(
    canvas as never,
    {
      ...configuration,
      options: { ...configuration.options, devicePixelRatio: pixelRatio },
      plugins: [...(configuration.plugins ?? []), whiteBackground],
    } as never,
  );
  try {
    return { png: canvas.toBuffer('image/png'), aspectRatio: widthPixels / heightPixels };
  } finally {
    chart.destroy();
  }
}

const whiteBackground = {
  id: 'white-background',
  beforeDraw: ({ ctx, width, height }: { ctx: SKRSContext2D; width: number; height: number }) => {
    ctx.save();
    ctx.fillStyle = '#ffffff';
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

function prepare(): void {
  if (isPrepared) return;
  const fonts = path.dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  const [family] = staticFontFamily.split(',');
  GlobalFonts.registerFromPath(
    path.join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf'),
    family!.replaceAll('"', '').trim(),
  );
  registerCharts(Chart);
  isPrepared = true;
}
