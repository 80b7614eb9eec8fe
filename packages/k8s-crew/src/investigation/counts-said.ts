import { resources } from "../catalog/resources.ts";
import { numberPattern, readNumber } from "../language/numbers.ts";
import { literally } from "../language/text/pattern.ts";
import { podFacts } from "../results/pod-facts.ts";
import { isPlain as saysOnly } from "./how-said.ts";
import { stateSaid } from "./state-names.ts";
import { isReady, isTroubled, type Shown, type Thing } from "./things.ts";

/** What is counted: a kind, how many, of how many where that is said, and how those are. */
type Count = {
  readonly resource: string;
  readonly count: number;
  readonly total: number | undefined;
  readonly isOnly: boolean;
  /** What stands before it, up to its state, and behind that. */
  readonly around: string;
  readonly state: string;
};

const wordsOf = (key: string): string => {
  const found = resources.find((resource) => resource.key === key);
  return [...(found?.words ?? []), ...(found?.zh ?? [])].filter((word) => word.length > 1 && word !== "no").join("|");
};

/** How things are, said before what they are: “crashing pods”, “异常的 Pod”. */
const adjective = String.raw`[a-z]+ing|[a-z]+ed|broken|unhealthy|healthy|ready|down|not[ -]?ready|CrashLoopBackOff|ImagePullBackOff|OOMKilled|Error|Completed|(?:异常|崩溃|失败|故障|挂掉|正常|健康|就绪)的?`;

const counting = ["pod", "node"].map((resource) => {
  const noun = `(?:${wordsOf(resource)})`;
  const many = `(${numberPattern}|an?(?= )|no|none|没有(?:任何)?|没)`;
  return {
    resource,
    ofMany: new RegExp(
      String.raw`${many} (?:out )?of (?:the |its )?(?:(${numberPattern}) )?${noun}s?(?![\w-])|(${numberPattern})\s?(?:个|台)?\s?${noun}\s?(?:里|中|当中)?(?:面)?(?:只)?有\s?(${numberPattern})\s?(?:个|台)`,
      "iu",
    ),
    plain: new RegExp(
      String.raw`(?<![\w./-])${many}\s?(?:个|台)?\s?(?:other |more )?(?:(${adjective})\s?)?${noun}s?(?![\w-])`,
      "iu",
    ),
  };
});

const readCount = (text: string): number | undefined => {
  if (/^an?$/iu.test(text)) return 1;
  return /^(?:no|none|没)/iu.test(text) ? 0 : readNumber(text);
};

/** The first count in a clause. */
const countIn = (clause: string): Count | undefined => {
  const isOnly = /\bonly\b|\bjust\b|只|仅/iu.test(clause);
  for (const { resource, ofMany, plain } of counting) {
    const part = ofMany.exec(clause);
    const found = part ?? plain.exec(clause);
    if (found === null) continue;
    const [whole, one = "", two, three, four] = found;
    const count = readCount(part === null ? one : (four ?? one));
    const all = part === null ? undefined : (three ?? two);
    if (count === undefined) continue;
    const adjective = part === null ? two : undefined;
    const state = `${adjective === undefined ? "" : ` ${adjective} `}${clause.slice(found.index + whole.length)}`;
    const total = all === undefined ? undefined : readNumber(all);
    return { resource, count, total, isOnly, around: clause.slice(0, found.index), state };
  }
  return undefined;
};

type Fits = (thing: Thing, shown: Shown) => boolean;

const status = ({ fields }: Thing): string => fields.status ?? "";
const runs: Fits = (thing) => status(thing).startsWith("Running");
const runsReady: Fits = (thing, { now }) => status(thing).startsWith("Running") && isReady(thing, now) !== false;
/** Only pods run; a node is ready. */
const runsNot: Fits = (thing) => thing.resource === "pod" && !status(thing).startsWith("Running");
const runsNotReady: Fits = (thing, shown) => thing.resource === "pod" && !runsReady(thing, shown);
const isIn =
  (states: RegExp): Fits =>
  (thing) =>
    states.test(status(thing));

/** How what is counted is said to be; each in the ways in which it may be counted. */
const states: readonly (readonly [said: RegExp, ways: readonly Fits[]])[] = [
  [
    /\b(?:down|dead|offline)\b|挂了|挂掉|宕机/iu,
    [(thing, { now }) => isReady(thing, now) === false, isTroubled, runsNot],
  ],
  [
    /\bnot[ -]?ready\b|未就绪|没(?:有)?就绪|不可用/iu,
    [(thing, { now }) => isReady(thing, now) === false, runsNotReady],
  ],
  [/\b(?:not|n't) (?:in )?(?:running|up)\b|没(?:有)?在?运行|不在运行|未运行/iu, [runsNot, runsNotReady]],
  [/\bcrash\w*\b|崩溃/iu, [isIn(/^CrashLoop/u), isIn(/^(?:CrashLoop|Error|OOMKilled)/u)]],
  [/\bpending\b|等待调度|未调度/iu, [isIn(/^Pending/u)]],
  [/\bfail\w*\b|失败|出错/iu, [isTroubled, isIn(/^Error/u), isIn(/^Failed/u), runsNot]],
  [
    /\b(?:unhealthy|broken|in trouble|not (?:healthy|fine|ok|well)|problems?|errors?|wrong)\b|异常|有问题|不正常|不健康/iu,
    [isTroubled],
  ],
  [/\brunning\b|(?:在|正在|正常)?运行/iu, [runs, runsReady]],
  [/\b(?:ready|available|up)\b|就绪|可用/iu, [(thing, { now }) => isReady(thing, now) === true]],
  [/\b(?:healthy|fine|ok|well)\b|正常|健康|没(?:有)?问题/iu, [(thing, shown) => !isTroubled(thing, shown), runsReady]],
];

/** The place that a clause speaks of, by what it is called, with all that is in it. */
type Place = { readonly names: readonly string[]; readonly rows: readonly Thing[] };

/** What there is where a clause counts otherwise; empty where it counts rightly, undefined where it counts nothing that was listed. */
export const otherCount = (clause: string, { rows, names }: Place, shown: Shown): readonly string[] | undefined => {
  const said = countIn(clause);
  const things = rows.filter((row) => row.resource === said?.resource);
  if (said === undefined || things.length === 0 || !saysOnly(said.around, names)) return undefined;
  const { count, total, isOnly, state } = said;
  const all = [`${said.resource}s ${things.length}`];
  if (total !== undefined && total !== things.length) return all;
  const how = howSaid(state);
  if (how === undefined) {
    const isTotal = total === undefined && saysOnly(state, names);
    return isTotal ? (count === things.length ? [] : all) : undefined;
  }
  if (!saysOnly(state.slice(0, how.index), names)) return undefined;
  const counts = how.ways.map((fits) => things.filter((thing) => fits(thing, shown)).length);
  const isAtLeast = count === 1 && !isOnly && counts.some((each) => each >= 1);
  const holds = count === 0 ? counts[0] === 0 : counts.includes(count) || isAtLeast;
  return holds ? [] : [`${how.title} ${counts[0] ?? 0}/${things.length}`];
};

type How = { readonly index: number; readonly title: string; readonly ways: readonly Fits[] };

/** The state that is said of what is counted: as Kubernetes writes it, or in words. */
const howSaid = (state: string): How | undefined => {
  const named = stateSaid(state);
  if (named !== undefined) {
    const index = state.indexOf(named);
    const ways = [isNamed(named), ...(named === "Running" ? [runsReady] : [])];
    return /\bnot\b|[未没不]/iu.test(state.slice(0, index))
      ? {
          index,
          title: `not ${named}`,
          ways: ways.map(
            (fits): Fits =>
              (thing, shown) =>
                !fits(thing, shown),
          ),
        }
      : { index, title: named, ways };
  }
  const found = states.find(([pattern]) => pattern.test(state));
  const match = found?.[0].exec(state);
  return found && match ? { index: match.index, title: match[0], ways: found[1] } : undefined;
};

const isNamed =
  (state: string): Fits =>
  (thing) =>
    new RegExp(`(?<![A-Za-z])${literally(state)}`, "u").test(status(thing));

/** “80% of the pods”: which share of the pods runs, does not, or is in a state that is named. */
const share = new RegExp(String.raw`(\d+) ?[%％](?=[^.\n。]{0,16}(?:${wordsOf("pod")}))`, "iu");

export const otherShare = (clause: string, rows: readonly Thing[]): readonly string[] => {
  const pods = rows.filter(({ resource }) => resource === "pod");
  const [, percent] = share.exec(clause) ?? [];
  if (percent === undefined || pods.length === 0) return [];
  const count = (fits: (status: string) => boolean) => pods.filter((pod) => fits(podFacts(pod, 0).status)).length;
  const said = stateSaid(clause) ?? "Running";
  const running = count((each) => each.startsWith("Running"));
  const counts = [running, count((each) => each === "Running")];
  const all = [...counts.flatMap((each) => [each, pods.length - each]), count((each) => each.includes(said))];
  const shares = new Set(all.map((each) => Math.round((100 * each) / pods.length)));
  return shares.has(Number(percent)) ? [] : [`${running}/${pods.length} Running`];
};
