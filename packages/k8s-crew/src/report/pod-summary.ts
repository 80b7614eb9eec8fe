import type { Language } from "../conversation/output.ts";
import { formatAge } from "../results/age.ts";
import { podFacts } from "../results/pod-facts.ts";
import { rowOf } from "../results/rows.ts";
import { listAt, textAt } from "../results/values.ts";
import { reportWord } from "../words/report-words.ts";

/** What matters about a pod, before its whole text: how it is, what each container does, which conditions fail. */
export const podSummary = (pod: unknown, { language, now }: { language: Language; now: number }): readonly string[] => {
  const row = rowOf(pod, "pod");
  if (!row) return [];
  const facts = podFacts(row, now);
  const age = facts.ageSeconds === undefined ? "" : formatAge(facts.ageSeconds);
  return [
    `  ${reportWord(language, "podState", { status: facts.status, restarts: facts.restarts ?? 0, node: facts.node ?? "-", age })}`,
    ...listAt(pod, "status", "containerStatuses").map((status) => `  ${containerLine(status, language)}`),
    ...listAt(pod, "status", "conditions")
      .filter((condition) => textAt(condition, "status") === "False" && textAt(condition, "reason") !== "PodCompleted")
      .map((condition) =>
        `  ${textAt(condition, "type")}=False ${textAt(condition, "reason")} ${textAt(condition, "message")}`.trimEnd(),
      ),
  ];
};

const containerLine = (status: unknown, language: Language): string => {
  const waiting = textAt(status, "state", "waiting", "reason");
  const ended = textAt(status, "state", "terminated", "reason");
  const now = waiting || ended || (textAt(status, "state", "running", "startedAt") === "" ? "-" : "Running");
  const message = textAt(status, "state", "waiting", "message") || textAt(status, "state", "terminated", "message");
  const before = textAt(status, "lastState", "terminated", "reason");
  const exit =
    textAt(status, "lastState", "terminated", "exitCode") || textAt(status, "state", "terminated", "exitCode");
  const last = before === "" ? "" : ` ${reportWord(language, "lastExit", { reason: before, code: exit })}`;
  return `${reportWord(language, "container", { name: textAt(status, "name"), state: now })}${message === "" ? "" : ` (${message})`}${last}`;
};
