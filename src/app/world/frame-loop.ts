/** What a frame loop drives: a picture that is drawn out of sight, then shown. */
export interface FrameWork {
  /** Whether the graphics card still draws what it was sent. */
  isDrawing(): boolean;
  draw(): void;
  /** Shows what was drawn. */
  present(): void;
}

/** When the map draws. */
export interface FrameLoop {
  /** Draws with the next frame that the graphics card is ready for. Asked several times until then, it draws once. */
  request(): void;
  /** Draws and shows at once, in the place of what was asked for. */
  drawNow(): void;
  stop(): void;
}

/**
 * Draws in a task of its own after the frame's: what the page has to lay out and paint for a frame does not add to it.
 * Of a card that needs longer than a frame a picture is shown once it is complete. Shown before, the page would wait for it
 * where pictures are composed by the processor.
 */
export function createFrameLoop(work: FrameWork): FrameLoop {
  let frame = 0;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  let isUnshown = false;
  let isSlow = true;
  let isFirstLook = false;

  function watch(): void {
    if (frame === 0 && turn === undefined) frame = requestAnimationFrame(take);
  }

  function take(): void {
    frame = 0;
    const isDrawing = work.isDrawing();
    if (isFirstLook) isSlow = isDrawing;
    isFirstLook = false;
    if (isDrawing) {
      watch();
      return;
    }
    if (isUnshown) present();
    if (isWanted) turn = setTimeout(draw);
  }

  function present(): void {
    isUnshown = false;
    work.present();
  }

  function draw(): void {
    turn = undefined;
    isWanted = false;
    isUnshown = true;
    isFirstLook = true;
    work.draw();
    if (isSlow) watch();
    else present();
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    clearTimeout(turn);
    frame = 0;
    turn = undefined;
  }

  return {
    request() {
      isWanted = true;
      watch();
    },
    drawNow() {
      stop();
      draw();
      if (isUnshown) present();
    },
    stop,
  };
}
