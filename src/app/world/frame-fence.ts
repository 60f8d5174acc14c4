/** Tells when the graphics card has drawn what it was sent. */
export interface FrameFence {
  /** Whether it still draws the last frame. Asks without waiting. */
  isDrawing(): boolean;
  /** Call after everything of a frame has been sent. */
  close(): void;
}

/**
 * A card that draws more slowly than frames are sent makes the page wait in the middle of a task, and all that one presses
 * meanwhile waits too. Whoever asks the fence first leaves such frames out instead.
 */
export function createFrameFence(context: WebGL2RenderingContext): FrameFence {
  let sent: WebGLSync | null = null;
  return {
    isDrawing() {
      if (sent === null) return false;
      // A lost context knows no state, and draws nothing any more.
      if (context.getSyncParameter(sent, context.SYNC_STATUS) === context.UNSIGNALED) return true;
      context.deleteSync(sent);
      sent = null;
      return false;
    },
    close() {
      if (sent !== null) context.deleteSync(sent);
      sent = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
      context.flush();
    },
  };
}
