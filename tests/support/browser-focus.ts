import type { Page } from 'playwright-core';

/**
 * Walks through the page by Tab.
 *
 * @returns the elements that had the focus and looked no different with it than without
 */
export async function stopsWithoutFocusMark(page: Page, stops: number): Promise<string[]> {
  await page.evaluate(() => {
    const marksOf = (element: Element) => {
      // A border that changes its colour slowly has not begun to at the moment of the focus.
      for (const animation of document.getAnimations()) {
        if (animation instanceof CSSTransition) animation.finish();
      }
      const looks: string[] = [];
      for (let one: Element | null = element, up = 0; one && up < 4; one = one.parentElement, up += 1) {
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
        looks.push(outline, boxShadow, borderColor, backgroundColor);
      }
      return looks.join();
    };
    Object.assign(window, { marksOf });
  });
  const unmarked: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const { marksOf } = window as unknown as { marksOf: (element: Element) => string };
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return null;
      const focused = marksOf(element);
      element.blur();
      const plain = marksOf(element);
      element.focus();
      return focused === plain ? element.outerHTML.slice(0, 160) : null;
    });
    if (found) unmarked.push(found);
  }
  return unmarked;
}
