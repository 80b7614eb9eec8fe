import { readinessSaid, wellbeingSaid } from "./how-said.ts";
import { isAlike, stateSaid } from "./state-names.ts";
import { type Group, isReady, isTroubled, isWorkload, reasonsOf, type Shown, type Thing } from "./things.ts";

/** What is said of how something is: its state, whether it is ready, whether it is well. */
export const otherState = (clause: string, group: Group, shown: Shown): readonly string[] => {
  const { things } = group;
  const told = [...new Set(things.flatMap((thing) => statesOf(thing)))];
  const said = stateSaid(clause);
  const isDenied = denied.test(clause);
  if (said !== undefined) {
    const isTold = things.some((thing) => isIn(thing, said));
    return isDenied || told.length === 0 || isTold || /\bphase\b|阶段/iu.test(clause)
      ? []
      : [`status ${told.join(", ")}`];
  }
  const ready = readinessSaid(clause, [group.name]);
  const are = things.flatMap((thing) => isReady(thing, shown.now) ?? []);
  if (ready !== undefined && are.length > 0) {
    const holds = ready ? are.every((each) => each) : are.some((each) => !each);
    return holds ? [] : readyOf(things);
  }
  const isWell = wellbeingSaid(clause, [group.name]);
  const troubled = things.filter((thing) => isTroubled(thing, shown));
  return isWell === true && troubled.length > 0 ? howOf(troubled) : [];
};

export const denied = /\b(?:not|no longer|n't|never|neither)\b|[不没未非]/iu;

/** The states in which a list or the object itself has it. */
const statesOf = (thing: Thing): readonly string[] => [
  ...(thing.fields.status === undefined ? [] : [thing.fields.status]),
  ...reasonsOf(thing),
];

/** What an object tells in full is taken at its word; a list may have caught a container between two states. */
const isIn = (thing: Thing, said: string): boolean => {
  const reasons = reasonsOf(thing);
  const { status = "" } = thing.fields;
  return reasons.length === 0 ? isAlike(status, said) : [status, ...reasons].some((state) => state.includes(said));
};

const readyOf = (things: readonly Thing[]): readonly string[] => {
  const cells = [
    ...new Set(things.flatMap(({ fields, resource }) => (resource === "node" ? fields.status : fields.ready) ?? [])),
  ];
  return [cells.every((cell) => /\d/u.test(cell)) ? `ready ${cells.join(", ")}` : `status ${cells.join(", ")}`];
};

/** How what is in trouble is: its own state, else how many are ready. */
const howOf = (things: readonly Thing[]): readonly string[] => {
  const [one] = things.toSorted((left, right) => Number(isWorkload(left)) - Number(isWorkload(right)));
  if (one === undefined) return [];
  const { status, ready } = one.fields;
  if (one.resource === "service") return ["endpoints 0"];
  return [
    status === undefined || (status === "Running" && ready !== undefined)
      ? `ready ${ready ?? "?"}`
      : `status ${status}`,
  ];
};
