import type { Locator } from 'playwright-core';

/**
 * How much of a chart's right end is hatched. A hatch crosses every column of pixels every few rows, while curves,
 * grid and thresholds touch a column in a few places only.
 *
 * @param columns of pixels looked at, leftwards from the end of the plot
 * @returns share of the pixels, 0 to 1, that differ from their column's ground
 */
export function hatchedShare(canvas: Locator, columns: number): Promise<number> {
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
    let differing = 0;
    for (let column = 0; column < width; column += 1) {
      const shades = Array.from({ length: height }, (_, row) => {
        const at = (row * width + column) * 4;
        return [...data.slice(at, at + 4)].join();
      });
      const counts = new Map<string, number>();
      for (const shade of shades) counts.set(shade, (counts.get(shade) ?? 0) + 1);
      differing += height - Math.max(...counts.values());
    }
    return differing / (width * height);
  }, columns);
}
