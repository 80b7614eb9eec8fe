import { callText } from "../investigation/text.ts";
import type { CallRecord, Language } from "../output/output.ts";
import type { Read } from "../overview/types.ts";
import { callKey } from "../plan/source.ts";
import { sayStopped } from "../words/stopped-words.ts";

type Sent = { readonly changes: readonly Read[]; readonly calls: readonly CallRecord[] };

/** Outcomes of a change that never happened. */
const refused: readonly string[] = ["not_found", "forbidden", "invalid", "too_big"];

/** What a turn that was stopped has changed: a change without an outcome may have happened or not. */
export const stoppedText = ({ changes, calls }: Sent, language: Language): string => {
  const outcomeOf = (change: Read) => calls.find((call) => callKey(call) === callKey(change))?.outcome ?? "cancelled";
  const told = changes
    .map((change) => ({ call: callText(change), outcome: outcomeOf(change) }))
    .filter(({ outcome }) => !refused.includes(outcome));
  const callsThat = (isMade: boolean) =>
    told.filter(({ outcome }) => (outcome === "ok") === isMade).map(({ call }) => call);
  return sayStopped(language, { made: callsThat(true), unknown: callsThat(false) });
};
