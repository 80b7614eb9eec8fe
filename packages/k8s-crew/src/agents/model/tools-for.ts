import type { Selecting, ToolSelector } from "../../catalog/select/select-tools.ts";
import type { CatalogEntry, Wanted } from "../../catalog/types.ts";
import { kindsIn, respelled } from "../../language/index.ts";
import type { ExecutorInput, LastRequest, PlannerInput, PlannerReply } from "../types.ts";

/** The tools that a request may need: by its words, by what the rules read of it, and by what it may go on with. */
export const toolsForRequest = (
  selector: ToolSelector,
  { message, last, lastResource }: Pick<PlannerInput, "message" | "last" | "lastResource">,
  reading: PlannerReply | undefined,
): readonly CatalogEntry[] => {
  const asked = reading?.kind === "plan" ? [reading.asked, ...(reading.parts ?? [])] : [];
  const meant = asked.flatMap((request) => request ?? []);
  return selector.select({
    text: mendedToo(message),
    tools: reading?.kind === "plan" ? reading.steps.map(({ tool }) => tool) : [],
    wants: last === undefined ? [] : wantedBefore(last),
    about: [
      ...meant.flatMap(({ resource }) => resource ?? []),
      ...kindsIn(message),
      ...(last === undefined ? [] : [last.resource]),
      ...(lastResource === undefined || lastResource === "" ? [] : [lastResource]),
    ],
    verbs: meant.flatMap(({ verb }) => verb ?? []),
  });
};

/** With what a slip of the pen was meant for, which a change is not made for but may be wanted. */
const mendedToo = (message: string): string => {
  const { text, offered = text } = respelled(message);
  return offered === message ? message : `${message}\n${offered}`;
};

const wantedBefore = ({ verb, resource }: LastRequest): readonly Wanted[] => [{ verb, resource }];

/** What tells why something is wrong. */
const tellsCauses: readonly Wanted[] = [
  { verb: "describe", resource: "pod" },
  { verb: "list", resource: "event", of: "pod" },
  { verb: "list", resource: "deployment" },
  { verb: "list", resource: "service" },
  { verb: "get", resource: "configmap" },
  { verb: "list", resource: "pvc" },
];

/** The reads that may tell more of what a plan found: those that it made, and those that tell causes. */
export const toolsForInvestigation = (
  selector: ToolSelector,
  { message, done }: Pick<ExecutorInput, "message" | "done">,
): readonly CatalogEntry[] =>
  selector.select({
    text: message,
    tools: done.map(({ tool }) => tool),
    wants: tellsCauses,
    about: kindsIn(message),
    readsOnly: true,
  });

/** What is shown when more was asked for: only what was not shown before. */
export const furtherTools = (
  selector: ToolSelector,
  selecting: Selecting,
  shown: readonly CatalogEntry[],
): readonly CatalogEntry[] =>
  selector.select(selecting).filter(({ tool }) => !shown.some((each) => each.tool === tool));
