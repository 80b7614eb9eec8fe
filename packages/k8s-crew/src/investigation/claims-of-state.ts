import { isRunningSaid, nothingWrong, readinessSaid, wellbeingSaid } from "./how-said.ts";
import { isAlike, stateSaid } from "./state-names.ts";
import { type Group, isReady, isTroubled, isWorkload, reasonsOf, type Shown, type Thing } from "./things.ts";

/** A clause with the sentence that it stands in. */
export type Said = { readonly clause: string; readonly sentence: string };

/** What is said of how something is: its state, whether it is ready, whether it is well. */
export const otherState = (said: Said, group: Group, shown: Shown): readonly string[] => {
  const { clause } = said;
  const state = stateSaid(clause);
  if (state === undefined) return otherRunning(clause, group) ?? otherReady(said, group, shown);
  if (notIn.test(clause.slice(0, clause.indexOf(state)))) return deniedWrongly(state, group.things);
  if (denied.test(clause) || /\bphase\b|阶段/iu.test(clause)) return [];
  const told = [...new Set(group.things.flatMap((thing) => statesOf(thing)))];
  if (told.length > 0 && !group.things.some((thing) => isIn(thing, state))) return [`status ${told.join(", ")}`];
  // “Running and ready”: what is said beside the state.
  const beside = new RegExp(String.raw`${state}\s?(?:and|且|并且|并)\s?`, "u");
  return beside.test(clause) ? otherReady({ ...said, clause: clause.replace(beside, "") }, group, shown) : [];
};

/** What is said without a state by name: that it is ready, that it is well or is not. */
const otherReady = ({ clause, sentence }: Said, { name, things }: Group, shown: Shown): readonly string[] => {
  const ready =
    share.test(clause) || (onlyUp.test(clause) && /\bnot (?:yet )?ready\b/iu.test(sentence))
      ? undefined
      : readinessSaid(clause, [name]);
  const are = things.flatMap((thing) => isReady(thing, shown.now) ?? []);
  if (ready !== undefined && are.length > 0) {
    const holds = ready ? are.every((each) => each) : are.some((each) => !each);
    return holds ? [] : readyOf(things);
  }
  const isWell = nothingWrong.test(clause) ? true : wellbeingSaid(clause, [name]);
  if (isWell === undefined) return [];
  const troubled = things.filter((thing) => isTroubled(thing, shown));
  if (isWell) return troubled.length > 0 ? howOf(troubled) : [];
  return !grounds.test(sentence) && things.every((thing) => isSound(thing, shown)) ? readyOf(things) : [];
};

/** How many of how many are ready is no word for all of them. */
const share =
  /\d+\/\d+\s?(?:is |are |个?)?(?:副本)?(?:ready|available|就绪|可用)|(?:ready|available|就绪|可用)(?:副本|数|为|是|[:：\s])*\d+\/\d+/iu;

const onlyUp = /\b(?:is|are) (?:now |still )?up\b/iu;

/** What is wrong with something that runs and is ready may be read elsewhere: in its log, in what it answers. */
const grounds =
  /\b(?:logs?|because|since|as it|due to|events?|errors?|requests?|respon\w+|connect\w*|reach\w*|timeouts?|(?:problems?|issues?) (?:with|in|\w+ing))\b|[:：]|日志|因为|由于|事件|错误|报错|请求|响应|连接|连不上|超时/iu;

const isSound = (thing: Thing, shown: Shown): boolean =>
  isReady(thing, shown.now) === true &&
  !isTroubled(thing, shown) &&
  // Between two crashes a container is ready for a while.
  Number.parseInt(thing.fields.restarts ?? "0", 10) <= 2;

/** Of pods that are said to run: how they are, where none does, or where not all of them do that should. */
const otherRunning = (clause: string, { name, things }: Group): readonly string[] | undefined => {
  const pods = things.filter(({ resource, fields }) => resource === "pod" && fields.status !== undefined);
  if (pods.length > 0 && notCrashing.test(clause) && pods.every(({ fields }) => fields.status === "CrashLoopBackOff"))
    return ["status CrashLoopBackOff"];
  if (pods.length === 0 || !isRunningSaid(clause, [name])) return undefined;
  const still = pods.filter(({ fields }) => !fields.status?.startsWith("Running"));
  const isOfAll = /\b(?:all|both|every|each)\b|都|均|全/iu.test(clause);
  if (still.length === 0 || (still.length < pods.length && !isOfAll)) return undefined;
  return [`status ${[...new Set(still.flatMap(({ fields }) => fields.status ?? []))].join(", ")}`];
};

const notCrashing = /\b(?:is|are)(?: not|n't) crashing\b|没有?(?:再|在)*崩溃(?!过)|不再崩溃/iu;

/** What stands before a state that something is said not to be in. */
const notIn =
  /(?:\b(?:not|no longer)|n't)(?: (?:currently|now))?(?: in)?(?: the| an?)? ?[`*"]*$|(?:不|没有?|未|并非)(?:再|是)?(?:处于|在)?\s?[`*]*$/iu;

const deniedWrongly = (state: string, things: readonly Thing[]): readonly string[] => {
  const told = things.flatMap(({ fields, resource }) => (resource === "pod" ? (fields.status ?? []) : []));
  return told.length > 0 && told.every((status) => status === state) ? [`status ${state}`] : [];
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
