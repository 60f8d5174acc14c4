import { type Camera, panBy, zoomAt } from './camera.ts';
import type { Point } from './layout.ts';

interface GestureTarget {
  readCamera(): Camera;
  readSize(): { width: number; height: number };
  moveCamera(camera: Camera): void;
  /** The pointer rests at a point, or has gone. */
  hover(at: Point | null): void;
  /** A press without a drag; fingers are less exact than a mouse. */
  press(at: Point, isTouch: boolean): void;
}

/** Pixels a pointer may wander before a press becomes a drag. */
const SLACK = 5;
const WHEEL_STEP = 0.0016;

/** A page that scrolls keeps its wheel, unless Ctrl is held (which is also what a trackpad pinch sends). */
function mayTakeWheel(event: WheelEvent): boolean {
  const page = document.scrollingElement;
  return event.ctrlKey || event.metaKey || !page || page.scrollHeight <= page.clientHeight + 1;
}

/** Wheel, drag and pinch on an element. Returns what undoes it. */
export function listenToGestures(element: HTMLElement, target: GestureTarget): () => void {
  const stop = new AbortController();
  const pointers = new Map<number, Point>();
  let pressedAt: Point | null = null;
  let dragging = false;

  const locate = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const pan = (from: Point, to: Point) => {
    const { width, height } = target.readSize();
    target.moveCamera(panBy(target.readCamera(), to.x - from.x, to.y - from.y, width, height));
  };

  const pinch = (moved: number, to: Point) => {
    const [first, second] = [...pointers.entries()];
    const still = first[0] === moved ? second[1] : first[1];
    const from = pointers.get(moved)!;
    const { width, height } = target.readSize();
    const factor = Math.hypot(to.x - still.x, to.y - still.y) / (Math.hypot(from.x - still.x, from.y - still.y) || 1);
    const middle = { x: (from.x + still.x) / 2, y: (from.y + still.y) / 2 };
    const zoomed = zoomAt(target.readCamera(), factor, middle, width, height);
    target.moveCamera(panBy(zoomed, (to.x - from.x) / 2, (to.y - from.y) / 2, width, height));
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const at = locate(event);
    pointers.set(event.pointerId, at);
    pressedAt = pointers.size === 1 ? at : null;
    dragging = pointers.size > 1;
  };

  const onMove = (event: PointerEvent) => {
    const at = locate(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') target.hover(at);
      return;
    }
    if (!dragging && pressedAt && Math.hypot(at.x - pressedAt.x, at.y - pressedAt.y) > SLACK) {
      dragging = true;
      element.setPointerCapture(event.pointerId);
      target.hover(null);
    }
    if (!dragging) return;
    if (pointers.size >= 2) pinch(event.pointerId, at);
    else pan(before, at);
    pointers.set(event.pointerId, at);
  };

  const onUp = (event: PointerEvent) => {
    const pressed = pressedAt !== null && !dragging && pointers.has(event.pointerId);
    pointers.delete(event.pointerId);
    if (pointers.size > 0) return;
    if (pressed) target.press(locate(event), event.pointerType === 'touch');
    pressedAt = null;
    dragging = false;
  };

  const onCancel = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    pressedAt = null;
    dragging = pointers.size > 0;
  };

  const onWheel = (event: WheelEvent) => {
    if (!mayTakeWheel(event)) return;
    event.preventDefault();
    const { width, height } = target.readSize();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const pinched = event.ctrlKey ? 5 : 1;
    const factor = Math.exp(-event.deltaY * lines * pinched * WHEEL_STEP);
    target.moveCamera(zoomAt(target.readCamera(), factor, locate(event), width, height));
  };

  const { signal } = stop;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onCancel, { signal });
  element.addEventListener('pointerleave', () => target.hover(null), { signal });
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => stop.abort();
}
