import type { Locator } from 'playwright-core';

/**
 * Whether a chart's right end is hatched. Down a column of pixels a hatch changes the grey every few rows, while grid
 * and thresholds change it a few times in all; curves and bands, which may be steep, are blue.
 *
 * @param columns of pixels looked at, leftwards from the end of the plot
 */
export async function isHatched(canvas: Locator, columns: number): Promise<boolean> {
  return (await changesPerRow(canvas, columns)) > 0.2;
}

function changesPerRow(canvas: Locator, columns: number): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement, width) => {
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [element.width, element.height];
    const context = copy.getContext('2d', { willReadFrequently: true })!;
    // What is translucent has its colour only on a ground.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(element, 0, 0);
    const scale = element.width / element.clientWidth;
    const right = Math.round((element.clientWidth - 20) * scale);
    const top = Math.round(24 * scale);
    const height = element.height - Math.round(56 * scale);
    const { data } = context.getImageData(right - width - 1, top, width, height);
    const pixel = (row: number, column: number) => {
      const at = (row * width + column) * 4;
      return [...data.slice(at, at + 3)] as [number, number, number];
    };
    const isBlue = ([red, , blue]: [number, number, number]) => blue - red > 14;
    let changes = 0;
    for (let column = 0; column < width; column += 1) {
      for (let row = 1; row < height; row += 1) {
        const [above, here] = [pixel(row - 1, column), pixel(row, column)];
        if (!isBlue(above) && !isBlue(here) && above.join() !== here.join()) changes += 1;
      }
    }
    return changes / (width * height);
  }, columns);
}
