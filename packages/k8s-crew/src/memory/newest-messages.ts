/** Even, so that a question and its answer go together. */
const block = 8;

/**
 * The newest messages, `atLeast` of them and less than a block more: older ones are let go of by whole blocks, so that
 * what is left begins alike for several turns.
 */
export const newestMessages = <Message>(messages: readonly Message[], atLeast: number): readonly Message[] =>
  messages.slice(Math.max(0, Math.floor((messages.length - atLeast) / block)) * block);
