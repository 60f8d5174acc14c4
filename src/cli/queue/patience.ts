/** Seconds of silence after which a machine is taken for dead and its runs are done again by others. */
export const QUEUE_PATIENCE = { usual: 15, min: 1, max: 3600 };
