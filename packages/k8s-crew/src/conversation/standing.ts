import type { Parts } from "../graph/parts.ts";
import type { State } from "../graph/state.ts";
import { holdsMasked } from "../safety/secret-mask.ts";
import { approvalOf, questionOf } from "./turn-result.ts";
import type { Standing } from "./types.ts";

const nothingSaid: Standing = { isBegun: false, question: null, voided: null, cut: null };

/** What LangGraph tells of a thread: its values, the nodes that come next, and the interrupt that waits. */
type Snapshot = {
  readonly values: Partial<State>;
  readonly next: readonly string[];
  readonly interrupt: string | undefined;
};

/**
 * What is left of a conversation that its process did not end itself. Nothing goes on by itself: what had been cut in
 * the middle is told, and an approval was given, if at all, to a process that is gone.
 */
export const standingOf = (
  { values, next, interrupt }: Snapshot,
  { catalog, settings }: Pick<Parts, "catalog" | "settings">,
): Standing => {
  const { message = "", language = "en", ask, plan } = values;
  if (Object.keys(values).length === 0) return nothingSaid;
  const begun = { ...nothingSaid, isBegun: true };
  if (interrupt !== undefined && ask) {
    if (ask.kind === "approval") return { ...begun, voided: approvalOf(ask, { id: interrupt, plan, catalog }) };
    // What was masked when it was stored cannot be sent.
    const isWhole = !holdsMasked(plan?.steps.map(({ args, mentions }) => [args, mentions]));
    return isWhole
      ? { ...begun, question: questionOf(ask, { id: interrupt, language, now: settings.now() }) }
      : { ...begun, cut: { message, maybeSent: [] } };
  }
  if (next.length === 0) return begun;
  const sent = (plan?.steps ?? []).filter(({ done, effect }) => done && effect !== "read");
  return { ...begun, cut: { message, maybeSent: sent.map(({ tool, args }) => ({ tool, args })) } };
};
