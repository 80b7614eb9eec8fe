import type { AgentEvent } from "../agent/types.ts";
import type { Remember } from "../remember.ts";

export type Telling = { readonly onEvent: (event: AgentEvent) => void; readonly remember: Remember };

/**
 * For one conversation of an agent: does not tell what was told before a pause. A call whose result is given in place of
 * being made neither starts nor ends, and a call that was refused in a reply that is given is not refused again. That rests
 * on how an agent works: right after it tells that a call starts it has that call made or remembered, and all else that it
 * has remembered are replies.
 */
export function tellOnce({ onEvent: tell, remember }: Telling): Telling {
  const started = new Set<string>();
  let starting: Extract<AgentEvent, { readonly type: "tool.started" }> | undefined;
  let isNewReply = true;
  return {
    onEvent(event) {
      if (event.type === "tool.started") starting = event;
      else if (event.type === "tool.finished") {
        if (started.delete(event.result.call.id)) tell(event);
      } else if (event.type !== "tool.refused" || isNewReply) tell(event);
    },
    remember(name, work, failureIn) {
      const start = starting;
      starting = undefined;
      if (start === undefined) isNewReply = false;
      const doNow = () => {
        if (start === undefined) isNewReply = true;
        else {
          started.add(start.call.id);
          tell(start);
        }
        return work();
      };
      return remember(name, doNow, failureIn);
    },
  };
}
