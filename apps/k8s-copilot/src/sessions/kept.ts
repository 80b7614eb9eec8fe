import type { Conversation } from "@k8s-copilot/k8s-crew";

/** What a conversation is kept in. `Store` passes through unread. */
export type Kept<Store> = {
  /** Undefined: it is not kept. */
  readonly id: string | undefined;
  readonly store: Store | undefined;
  /** The conversation was begun before, and goes on. */
  readonly isBegun: boolean;
  /** What a person has to know of it. */
  readonly warnings: readonly string[];
  /** The same conversation, its turns written down. */
  recorded(conversation: Conversation): Conversation;
  close(): Promise<void>;
};

/** Not kept: switched off, or no place to keep it. */
export const unkept = (warnings: readonly string[]): Kept<never> => ({
  id: undefined,
  store: undefined,
  isBegun: false,
  warnings,
  recorded: (conversation) => conversation,
  close: async () => {},
});
