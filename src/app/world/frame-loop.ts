/** When the map draws. */
export interface FrameLoop {
  /** Draws with the next frame that the graphics card is ready for. Asked several times until then, it draws once. */
  request(): void;
  /** Draws at once, in the place of what was asked for. */
  drawNow(): void;
  stop(): void;
}

/**
 * Draws in a task of its own after the frame's: what the page has to lay out and paint for a frame does not add to it.
 * @param isBusy whether the graphics card still draws the frame before; the next one then waits
 */
export function createFrameLoop(isBusy: () => boolean, draw: () => void): FrameLoop {
  let frame = 0;
  let turn = 0;

  function request(): void {
    if (frame === 0 && turn === 0) frame = requestAnimationFrame(take);
  }

  function take(): void {
    frame = 0;
    if (isBusy()) request();
    else turn = window.setTimeout(drawNow);
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    clearTimeout(turn);
    frame = 0;
    turn = 0;
  }

  function drawNow(): void {
    stop();
    draw();
  }

  return { request, drawNow, stop };
}
