import { parseQuantity } from "../../catalog/quantity.ts";
import { readDuration } from "../text/quantities.ts";
import type { Quality, ReplyChoice } from "../types.ts";

/** How broken things say so: kubernetes.io, pod phases, container waiting and terminated reasons, node conditions. */
const brokenStates =
  /crash|error|fail|backoff|imagepull|oomkilled|evicted|unknown|invalid|not ?ready|unhealthy|degraded|崩溃|失败|异常|未就绪/iu;

/** The choices that have a quality, or most of it. More than one when they are equal; none when nothing tells. */
export const choicesWith = (quality: Quality, choices: readonly ReplyChoice[]): readonly ReplyChoice[] => {
  switch (quality) {
    case "broken":
    case "errors":
    case "warnings":
      return choices.filter((choice) => brokenStates.test(stateOf(choice)) || isPartlyReady(choice));
    case "not_ready":
      return choices.filter((choice) => /not ?ready|未就绪/iu.test(stateOf(choice)) || isPartlyReady(choice));
    case "ready":
      return choices.filter((choice) => !brokenStates.test(stateOf(choice)) && isWhollyReady(choice));
    case "pending":
      return choices.filter((choice) => /pending|containercreating|等待/iu.test(stateOf(choice)));
    case "running":
      return choices.filter((choice) => /running|运行/iu.test(stateOf(choice)) && !brokenStates.test(stateOf(choice)));
    case "newest":
      return highest(choices, (choice) => negative(ageOf(choice)));
    case "oldest":
      return highest(choices, ageOf);
    case "most_restarts":
      return highest(choices, restartsOf);
    case "most_cpu":
      return highest(choices, (choice) => quantityOf(choice.fields?.cpu));
    case "most_memory":
      return highest(choices, (choice) => quantityOf(choice.fields?.memory));
    case "largest":
      return highest(choices, (choice) => quantityOf(choice.fields?.capacity));
  }
};

/** Words of a person that name one way of being broken, and how that state is written. */
const namedStates: readonly (readonly [said: RegExp, written: RegExp])[] = [
  [/crash|崩|(?:反复|不断|一直|总是?|老是?)(?:在)?重启|\bkeeps? (?:on )?restarting/iu, /crash/iu],
  [/\bpull|拉(?:不|取|镜像)/iu, /imagepull/iu],
  [/\boom|out of memory|内存不足|内存溢出|爆内存/iu, /oomkilled/iu],
  [/evict|驱逐/iu, /evicted/iu],
];

/** The choices that are in the very state that a message names. */
export const choicesInState = (text: string, choices: readonly ReplyChoice[]): readonly ReplyChoice[] => {
  const written = namedStates.flatMap(([said, state]) => (said.test(text) ? [state] : []));
  return choices.filter((choice) => written.some((state) => state.test(stateOf(choice))));
};

const stateOf = ({ fields, reason }: ReplyChoice): string =>
  [fields?.status, fields?.phase, fields?.state, reason].filter((part) => part !== undefined).join(" ");

const readyIn = ({ fields, reason }: ReplyChoice): { readonly ready: number; readonly total: number } | undefined => {
  const match = /(?:^|\s)(\d{1,4})\/(\d{1,4})(?:\s|$)/u.exec(fields?.ready ?? reason ?? "");
  return match === null ? undefined : { ready: Number(match[1]), total: Number(match[2]) };
};

const isPartlyReady = (choice: ReplyChoice): boolean => {
  const told = readyIn(choice);
  return told !== undefined && told.ready < told.total;
};

const isWhollyReady = (choice: ReplyChoice): boolean => {
  const told = readyIn(choice);
  return told !== undefined && told.ready >= told.total;
};

type Measured = (choice: ReplyChoice) => number | undefined;

const highest = (choices: readonly ReplyChoice[], measure: Measured): readonly ReplyChoice[] => {
  const measured = choices.flatMap((choice) => {
    const value = measure(choice);
    return value === undefined ? [] : [{ choice, value }];
  });
  const top = Math.max(...measured.map(({ value }) => value));
  return measured.filter(({ value }) => value === top).map(({ choice }) => choice);
};

const ageOf: Measured = ({ fields, reason }) => {
  const written = fields?.age ?? /(?:^|[\s·,，(])((?:\d{1,6}[smhdwy]){1,3})(?=$|[\s·,，)])/u.exec(reason ?? "")?.[1];
  if (written !== undefined) return secondsOf(written);
  // Among times of creation the earlier one is the older; from which moment they are counted does not matter.
  return negative(secondsAt(fields?.created));
};

const secondsAt = (time = ""): number | undefined => {
  const moment = Date.parse(time);
  return Number.isNaN(moment) ? undefined : moment / 1_000;
};

/** "2y30d" as kubectl writes it, too. */
const secondsOf = (age: string): number | undefined => {
  const [, years = "0", rest = ""] = /^(?:(\d{1,4})y)?(.*)$/u.exec(age.trim()) ?? [];
  const shorter = rest === "" ? 0 : readDuration(rest);
  return shorter === undefined ? undefined : Number(years) * 365 * 86_400 + shorter;
};

const restartsOf: Measured = ({ fields, reason = "" }) => {
  const written =
    /^\s*(\d{1,9})/u.exec(fields?.restarts ?? "") ??
    /(\d{1,9})\s?(?:restarts?|次重启)/iu.exec(reason) ??
    /重启\s?(\d{1,9})/u.exec(reason);
  return written === null ? undefined : Number(written[1]);
};

/** The quantity that a cell begins with: `250m`, `200Mi (12%)`. */
const quantityOf = (cell = ""): number | undefined => parseQuantity(cell.trim().split(/\s/u)[0] ?? "");

const negative = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);
