/** What the process answers with. */
export const EXIT = { done: 0, failure: 1, badInput: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command in the middle: the person pressed Ctrl+C. */
export class Interrupted extends Error {}
