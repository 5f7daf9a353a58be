import type { Page } from 'playwright-core';

export interface Looks {
  /** Elements that reach over the right edge of the document, where it can be scrolled sideways. */
  wider: string[];
  /** Texts that are cut off without an ellipsis. */
  clipped: string[];
  /** Texts with less contrast to their ground than WCAG AA asks for. */
  faint: string[];
}

/** Looks over what stands on the page at this moment. */
export function looksOf(page: Page): Promise<Looks> {
  return page.evaluate(() => {
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 40)}"`;

    const textNodes: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement;
      if (!element || !node.data.trim() || element.closest('script, style, .visually-hidden')) continue;
      if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) textNodes.push(node);
    }
    const boxOf = (node: Text) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const ancestorsOf = (element: Element) => {
      const found: Element[] = [];
      for (let one: Element | null = element; one; one = one.parentElement) found.push(one);
      return found;
    };

    const findWider = () => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const beyond = [...document.body.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      return [`${scrollWidth} of ${clientWidth} pixels`, ...beyond.slice(0, 5).map(nameOf)];
    };

    /** Pixels beside a Chinese glyph in which it has no ink. */
    const bearing = 2;
    /** Cut by an ancestor that neither scrolls nor says so by an ellipsis. */
    const isClipped = (node: Text) => {
      const box = boxOf(node);
      if (!box.width) return false;
      for (const ancestor of ancestorsOf(node.parentElement!)) {
        const style = getComputedStyle(ancestor);
        if (style.textOverflow === 'ellipsis' && style.overflowX !== 'visible') return false;
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') return false;
        if (style.position === 'fixed') return false;
        // A row of tabs is moved by hand, and lists the tabs out of sight behind its last button.
        if (ancestor.matches('.ant-tabs-nav-wrap')) return false;
        if (style.overflowX === 'visible' || ancestor === document.body) continue;
        const edge = ancestor.getBoundingClientRect();
        // antd measures its columns in rows that have no height.
        if (!edge.height) return false;
        if (box.right > edge.right + bearing || box.left < edge.left - bearing) return true;
      }
      return false;
    };
    /** Text that reaches over its own cell or button lies on what is beside it. */
    const isSpilling = (node: Text) => {
      const edge = node.parentElement!.closest('th, button, .ant-btn, .tag')?.getBoundingClientRect();
      const box = boxOf(node);
      return edge?.height && box.width && (box.right > edge.right + 1 || box.left < edge.left - 1);
    };
    const hasEllipsis = (node: Text) =>
      ancestorsOf(node.parentElement!).some((one) => getComputedStyle(one).textOverflow === 'ellipsis');

    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    type Colour = [number, number, number];
    /** `colours` painted over each other, the lowest first. */
    const paint = (colours: { value: string; opacity: number }[]): Colour => {
      context.clearRect(0, 0, 1, 1);
      for (const { value, opacity } of colours) {
        context.globalAlpha = opacity;
        context.fillStyle = value;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    };
    const luminance = (colour: Colour) => {
      const [red, green, blue] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      }) as Colour;
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrastOf = (element: Element) => {
      const chain = ancestorsOf(element);
      const opacityAbove = (index: number) =>
        chain.slice(index).reduce((product, one) => product * Number(getComputedStyle(one).opacity), 1);
      const grounds = chain
        .map((one, index) => ({ value: getComputedStyle(one).backgroundColor, opacity: opacityAbove(index) }))
        .reverse();
      const ground = luminance(paint(grounds));
      const ink = luminance(
        paint([...grounds, { value: getComputedStyle(element).color, opacity: opacityAbove(0) }]),
      );
      return (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    };
    const leastContrast = (element: Element) => {
      const { fontSize, fontWeight } = getComputedStyle(element);
      const pixels = Number.parseFloat(fontSize);
      return pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
    };
    const readers = [...new Set(textNodes.map((node) => node.parentElement!))].filter(
      (element) =>
        !element.closest('[disabled], [aria-disabled="true"], .ant-btn-loading, .ant-pagination-disabled'),
    );

    return {
      wider: findWider(),
      clipped: textNodes
        .filter((node) => isClipped(node) || (isSpilling(node) && !hasEllipsis(node)))
        .map((node) => nameOf(node.parentElement!)),
      faint: readers
        .map((element) => ({ element, contrast: contrastOf(element) }))
        .filter(({ element, contrast }) => contrast < leastContrast(element))
        .map(({ element, contrast }) => `${contrast.toFixed(2)} ${nameOf(element)}`),
    };
  });
}

/** Everything that is read on the page or said to who cannot see it. */
export function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
    const said = [...document.querySelectorAll(attributes.map((name) => `[${name}]`).join())].flatMap(
      (element) => attributes.map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.title, ...document.body.innerText.split('\n'), ...said]
      .map((text) => text.trim())
      .filter(Boolean);
  });
}

/** A key of the language files that stands where its words should, or a place that was not filled. */
export const untranslated = (words: readonly string[]): string[] =>
  words.filter((text) => /^[a-z][A-Za-z]*(\.[A-Za-z0-9-]+)+$/.test(text) || /\{\{|\}\}/.test(text));

/** Texts with Chinese in them, apart from what the hub's own data says in Chinese. */
export const chineseAmong = (words: readonly string[], data: readonly string[]): string[] =>
  words.filter((text) =>
    /\p{Script=Han}/u.test(data.reduce((rest, known) => rest.replaceAll(known, ''), text)),
  );
