import type { Locator } from 'playwright-core';

/**
 * Whether a chart's right end is hatched. Down a column of pixels a hatch changes the colour every few rows, while
 * curves, bands, grid and thresholds change it a few times in all.
 *
 * @param columns of pixels looked at, leftwards from the end of the plot
 */
export async function isHatched(canvas: Locator, columns: number): Promise<boolean> {
  return (await changesPerRow(canvas, columns)) > 0.3;
}

function changesPerRow(canvas: Locator, columns: number): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement, width) => {
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [element.width, element.height];
    const context = copy.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(element, 0, 0);
    const scale = element.width / element.clientWidth;
    const right = Math.round((element.clientWidth - 20) * scale);
    const top = Math.round(24 * scale);
    const height = element.height - Math.round(56 * scale);
    const { data } = context.getImageData(right - width - 1, top, width, height);
    const shade = (row: number, column: number) => {
      const at = (row * width + column) * 4;
      return data.slice(at, at + 4).join();
    };
    let changes = 0;
    for (let column = 0; column < width; column += 1) {
      for (let row = 1; row < height; row += 1) {
        if (shade(row, column) !== shade(row - 1, column)) changes += 1;
      }
    }
    return changes / (width * height);
  }, columns);
}
