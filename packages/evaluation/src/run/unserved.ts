import type { Catalog, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Turn } from "../format/schema.ts";
import type { CallPattern } from "../format/texts.ts";
import { type Called, isSameAction } from "./called.ts";
import type { Fault } from "./faults.ts";

/** What a server can be asked for, and the cluster that it is connected to. */
export type Serving = { readonly catalog: Catalog; readonly connected: string };

/** What a turn expects, or needs for its answer, that no tool of the server does and that was not read piece by piece. */
export const unservedIn = (turn: Turn, serving: Serving, called: readonly Called[]): readonly CallPattern[] =>
  [...turn.needs, ...(turn.calls ?? []), ...(turn.approval ? [turn.approval] : [])].filter(
    (pattern) =>
      !isServed(pattern, serving, reaches) &&
      !(isServed(pattern, serving, reachesOne) && called.some((each) => isSameAction(each, pattern))),
  );

type Reach = (entry: Entry, pattern: CallPattern, serving: Serving) => boolean;

const isServed = (pattern: CallPattern, serving: Serving, isWithin: Reach): boolean =>
  pattern.verbs.some((verb) =>
    pattern.resources.some((resource) =>
      serving.catalog
        .find({ verb, resource: resource === "any" ? "pod" : resource })
        .some(({ entry }) => isWithin(entry, pattern, serving)),
    ),
  );

type Entry = Catalog["entries"][number];

/** Whether a tool does it for all things of a kind, where no name is said: some want to be told one. */
const reaches: Reach = (entry, pattern, serving) => {
  const isNamed = pattern.args.some(({ role }) => role === "name");
  const wantsName = entry.parameters.some(({ role, required }) => role === "name" && required);
  return reachesOne(entry, pattern, serving) && (isNamed || !wantsName || !pattern.verbs.includes("list"));
};

/**
 * Whether a tool reaches what is meant: another cluster than the one that the server is connected to, the log before a
 * restart. Anything else can be picked out of what it returns.
 */
const reachesOne: Reach = ({ parameters }, { args }, { connected }) => {
  const has = (role: string) => parameters.some((parameter) => parameter.role === role);
  const cluster = args.find(({ role }) => role === "cluster")?.value;
  if (cluster !== undefined && cluster !== connected && !has("cluster")) return false;
  return has("previous") || !args.some(({ role }) => role === "previous");
};

/** Words by which an answer owns that something cannot be done, seen or told. */
const admissions =
  /\b(?:cannot|can't|can not|no (?:\w+ )?tools?|has no|shows? no|lists? (?:only|no)|only (?:lists?|shows?|of one)|one \w+ at a time|(?:is|are|was) not (?:told|read)|could not be (?:read|told|seen|looked through)|unknown|unable)\b|没有.{0,16}工具|不能|无法|不含|读不到|没有读到|看不到|列不出|没能|未知|只能/i;

/** What is expected where a server cannot: that it is said, with a command that can, and nothing else in its place. */
export const checkUnserved = (
  turn: Turn,
  { status, error, answer }: TurnResult,
  unserved: readonly CallPattern[],
): readonly Fault[] => {
  // What several reads would come to, or the same in every cluster, is no single command.
  const isCommand = (pattern: CallPattern) =>
    !turn.needs.includes(pattern) && !pattern.args.some(({ role }) => role === "cluster");
  // What is looked for where the server can look, and is not there, is no mistake.
  const isAnswered = status === "ok" || status === "needs_input" || error?.code === "not_found";
  const forbidden = turn.forbidden.filter(({ isIn }) => isIn(answer));
  return [
    ...(isAnswered
      ? []
      : [{ aspect: "status" as const, message: `status ${status}, though the server cannot do this` }]),
    ...(admissions.test(answer)
      ? []
      : [{ aspect: "facts" as const, message: "the answer does not say that this server cannot tell or do this" }]),
    ...(status !== "ok" || !unserved.some(isCommand) || answer.includes("kubectl ")
      ? []
      : [
          {
            aspect: "facts" as const,
            message: "the answer lacks the kubectl command that does what the server cannot",
          },
        ]),
    ...forbidden.map(({ text }) => ({ aspect: "forbidden" as const, message: `the answer has ${text}` })),
  ];
};
