import { useCallback, useRef, useState } from 'preact/hooks';

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Margins and labels need this much; less is a folded chart, of which nothing is drawn. */
const SMALLEST: PlotSize = { width: 80, height: 48 };

/**
 * The size of an element in CSS pixels, told by the browser after layout and never asked for; `null` before that and
 * while there is no room to draw in.
 */
export function usePlotSize(): [(element: HTMLElement | null) => void, PlotSize | null] {
  const [size, setSize] = useState<PlotSize | null>(null);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    observer.current = null;
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => {
      const width = Math.round(entry.contentRect.width);
      const height = Math.round(entry.contentRect.height);
      if (width < SMALLEST.width || height < SMALLEST.height) return setSize(null);
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    });
    observer.current.observe(element);
  }, []);
  return [ref, size];
}
