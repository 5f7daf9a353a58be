import type { Page } from 'playwright-core';

/**
 * The characters on the page that the browser has no glyph for and draws as a box, by their pixels.
 *
 * @param more characters to look at besides those of the page's text
 */
export function missingGlyphs(page: Page, more = ''): Promise<string[]> {
  return page.evaluate((added) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 40;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.font = `28px ${getComputedStyle(document.body).fontFamily}`;
    const pictureOf = (character: string) => {
      context.clearRect(0, 0, 40, 40);
      context.fillText(character, 4, 32);
      return context.getImageData(0, 0, 40, 40).data.join();
    };
    const characters = [...new Set(document.body.innerText + added)].filter((one) => one.trim());
    // No font has a glyph for what Unicode will never assign.
    const box = pictureOf('\u{2FFFE}');
    return characters.filter((one) => pictureOf(one) === box || pictureOf(one) === pictureOf(' '));
  }, more);
}
