import type { Catalog, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Turn } from "../format/schema.ts";
import { anyRead, type CallPattern, matchesValue, type TextPattern } from "../format/texts.ts";
import { type Called, calledFrom, inWords, isSameAction, proposedFrom, wrongArgument } from "./called.ts";
import type { Fault } from "./faults.ts";
import { checkUnserved } from "./unserved.ts";

type Given = {
  readonly turn: Turn;
  readonly result: TurnResult;
  readonly catalog: Catalog;
  readonly extraReads: "mistake" | "allowed";
  /** What no tool of the server does: that it says so is expected instead. */
  readonly unserved: readonly CallPattern[];
};

/** Everything in which a turn's result is not what its conversation says. */
export const checkTurn = (given: Given): readonly Fault[] => {
  const { turn, result, catalog, unserved } = given;
  const called = result.calls.map((record) => calledFrom(record, catalog));
  if (unserved.length > 0)
    return [
      ...checkLeftovers({ ...given, turn: { ...turn, also: [anyRead] } }, called),
      ...checkUnserved(turn, result, unserved),
    ];
  return [
    ...checkStatus(turn, result),
    ...(turn.calls ?? []).flatMap((pattern) => checkCall(pattern, called, catalog)),
    ...checkLeftovers(given, called),
    ...checkQuestion(turn, result),
    ...checkApproval(turn, result, catalog),
    ...checkAnswer(turn, result),
  ];
};

const checkStatus = (turn: Turn, { status }: TurnResult): readonly Fault[] => {
  const implied =
    turn.question !== undefined ? "needs_input" : turn.approval !== undefined ? "needs_approval" : undefined;
  const wanted = turn.status ?? (implied === undefined ? undefined : [implied]);
  if (wanted === undefined || wanted.some((each) => each === status)) return [];
  return [{ aspect: "status", message: `status ${status}, expected ${wanted.join(" or ")}` }];
};

const checkCall = (pattern: CallPattern, called: readonly Called[], catalog: Catalog): readonly Fault[] => {
  const same = called.filter((each) => isSameAction(each, pattern));
  if (same.length === 0) return [{ aspect: "calls", message: `no call “${pattern.text}”` }];
  const wrong = same.map((each) => wrongArgument(each, pattern, catalog));
  if (wrong.includes(undefined)) return [];
  return [{ aspect: "arguments", message: `“${pattern.text}”: ${wrong[0] ?? ""}` }];
};

/**
 * Where and how things are is looked up freely: clusters, namespaces, and what a call names, lists or reads, or what a
 * question offers: a list of bare names is read one by one.
 */
const isLookup = ({ verb, resource }: Called, turn: Turn): boolean => {
  if (verb === "list" && (resource === "cluster" || resource === "namespace")) return true;
  if (!["list", "get", "describe"].includes(verb)) return false;
  const also = turn.also.filter((each) => each !== anyRead);
  const wanted = [...(turn.calls ?? []), ...(turn.approval ? [turn.approval] : []), ...also];
  const isNamed = wanted.some(
    ({ args, resources }) => args.some(({ role }) => role === "name") && resources.includes(resource),
  );
  const isListed = wanted.some(({ verbs, resources }) => verbs.includes("list") && resources.includes(resource));
  return isNamed || turn.question === resource || (verb !== "list" && isListed);
};

const isAllowed = (called: Called, turn: Turn): boolean =>
  (turn.calls ?? []).some((pattern) => isSameAction(called, pattern)) ||
  turn.also.some((also) => (also === anyRead ? called.isRead : isSameAction(called, also))) ||
  (called.isRead && isLookup(called, turn));

const checkLeftovers = ({ turn, extraReads }: Given, called: readonly Called[]): readonly Fault[] => {
  // `calls: []` says that nothing is to be read, also where further reads are no mistake.
  const readsAllowed = extraReads === "allowed" && turn.calls?.length !== 0;
  if (turn.calls === undefined && extraReads === "allowed") return [];
  return called
    .filter((each) => !isAllowed(each, turn) && !(each.isRead && readsAllowed))
    .map((each) => ({
      aspect: each.isRead ? "leftovers" : "unsafe",
      message: `a call that nobody expects: ${inWords(each)}`,
    }));
};

const checkQuestion = (turn: Turn, { question }: TurnResult): readonly Fault[] => {
  if (turn.question !== undefined && !matchesValue(question?.parameter ?? "", turn.question))
    return [
      { aspect: "question", message: `asked for ${question?.parameter ?? "nothing"}, expected ${turn.question}` },
    ];
  // Where several namespaces are meant, a choice is written `namespace/name`.
  const offered = (question?.choices ?? []).flatMap(({ value, label }) => [
    value,
    label,
    label.split("/").at(-1) ?? "",
  ]);
  return turn.choices
    .filter((wanted) => !offered.some((each) => matchesValue(each, wanted)))
    .map((wanted) => ({ aspect: "choices", message: `${wanted} is not offered` }));
};

const checkApproval = ({ approval: wanted }: Turn, { approval }: TurnResult, catalog: Catalog): readonly Fault[] => {
  if (wanted === undefined || approval === null)
    return wanted === undefined ? [] : [{ aspect: "question", message: `no consent is asked for “${wanted.text}”` }];
  const shown = proposedFrom(approval, catalog);
  if (!isSameAction(shown, wanted))
    return [{ aspect: "question", message: `consent is asked for ${inWords(shown)}, not “${wanted.text}”` }];
  const wrong = wrongArgument(shown, wanted, catalog);
  return wrong === undefined ? [] : [{ aspect: "arguments", message: `consent for “${wanted.text}”: ${wrong}` }];
};

const checkAnswer = ({ facts, forbidden }: Turn, { answer }: TurnResult): readonly Fault[] => {
  const isStanding = ({ isIn }: TextPattern) => isIn(answer);
  return [
    ...facts
      .filter((fact) => !isStanding(fact))
      .map(({ text }) => ({ aspect: "facts", message: `the answer lacks ${text}` }) as const),
    ...forbidden
      .filter(isStanding)
      .map(({ text }) => ({ aspect: "forbidden", message: `the answer has ${text}` }) as const),
  ];
};
