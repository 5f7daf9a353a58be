import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useIsPrinting } from './use-is-printing.js';

interface WindowListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** As far as it is known before a line is drawn, in pixels. */
  estimateHeight: (item: T) => number;
  render: (item: T) => ReactNode;
  className: string;
}

/** Lines drawn beyond either edge of the window, so that Tab finds the next one there already. */
const overscan = 6;

/**
 * Lines one below the other in a page that scrolls, of which only those near the window are drawn; on paper, all.
 * Heights are measured, so lines may differ.
 */
export function WindowList<T>({ items, keyOf, estimateHeight, render, className }: WindowListProps<T>) {
  const isPrinting = useIsPrinting();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () =>
      setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    // What stands above may come and go, which changes the height of the page.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isPrinting]);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    overscan,
    scrollMargin: top,
    estimateSize: (index) => estimateHeight(items[index]!),
    getItemKey: (index) => keyOf(items[index]!),
  });
  if (isPrinting)
    return (
      <div className={className}>
        {items.map((item) => (
          <Fragment key={keyOf(item)}>{render(item)}</Fragment>
        ))}
      </div>
    );
  const lines = virtualizer.getVirtualItems();
  const above = (lines[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((lines.at(-1)?.end ?? top) - top);
  return (
    <div className={className} ref={list} style={{ paddingTop: above, paddingBottom: Math.max(0, below) }}>
      {lines.map(({ key, index }) => (
        <div key={key} ref={virtualizer.measureElement} data-index={index} className="window-line">
          {render(items[index]!)}
        </div>
      ))}
    </div>
  );
}
