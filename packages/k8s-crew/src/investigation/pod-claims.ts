import { resources } from "../catalog/resources.ts";
import type { Row } from "../results/types.ts";

const state =
  /\b(?:CrashLoopBackOff|ImagePullBackOff|ErrImagePull|OOMKilled|CreateContainerConfigError|Evicted|NotReady|Pending|Running|Completed|Terminating|Unknown)\b/u;

/** The state that a sentence names. */
export const stateSaid = (sentence: string): string | undefined => state.exec(sentence)?.[0];

/** A container that fails is in one of these after the other. */
const inTurn: readonly (readonly string[])[] = [
  ["CrashLoopBackOff", "Error", "OOMKilled", "Running (not ready)"],
  ["ImagePullBackOff", "ErrImagePull"],
  ["Pending", "ContainerCreating"],
];

/** Whether what a list says of a state may be called so. */
export const isAlike = (status: string, said: string): boolean =>
  status.includes(said) ||
  inTurn.some((states) => states.includes(said) && states.some((each) => status.includes(each)));

const pods = resources.find(({ key }) => key === "pod");
const podWords = [...(pods?.words ?? []), ...(pods?.zh ?? []), "pods"].join("|");
const none = new RegExp(
  String.raw`\b(?:there (?:are|is) )no (?:${podWords})\b(?=\s*(?:in\b[^.\n]*)?[.\s]*$)|没有(?:任何)?\s?(?:${podWords})\s*[。\s]*$`,
  "iu",
);
const few = new RegExp(
  String.raw`(?<!\bof )\b(?<count>\d+|one|two|three|four|five) (?:${podWords})\b[^.\n]{0,30}\b(?:is|are) (?<not>not )?running\b|(?<han>\d+|[一两三四五])个?\s?(?:${podWords})\s?(?<hanNot>没在?|不在|未)?运行`,
  "iu",
);
const share = new RegExp(String.raw`(\d+) ?[%％](?=[^.\n。]{0,16}(?:${podWords}))`, "iu");
const numberOf: { readonly [word: string]: number } = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5 },
  ...{ 一: 1, 两: 2, 三: 3, 四: 4, 五: 5 },
};

/** What a sentence says of all pods of a list: that there are none, how many run, or which share. */
export const missedOfPods = (sentence: string, rows: readonly Row[]): string | undefined => {
  const listed = rows.filter(({ fields }) => fields.restarts !== undefined);
  if (listed.length === 0) return undefined;
  const running = listed.filter(({ fields }) => fields.status?.startsWith("Running") === true).length;
  const told = `${running}/${listed.length} Running`;
  if (none.test(sentence)) return told;
  const [, percent] = share.exec(sentence) ?? [];
  if (percent !== undefined) return sharesOf(listed, sentence).has(Number(percent)) ? undefined : told;
  const { count, not, han, hanNot } = few.exec(sentence)?.groups ?? {};
  const word = count ?? han;
  if (word === undefined) return undefined;
  const said = numberOf[word.toLowerCase()] ?? Number(word);
  const isNot = (not ?? hanNot) !== undefined;
  // What runs and is not ready may be counted either way.
  const ready = listed.filter(({ fields }) => fields.status === "Running").length;
  const counts = [running, ready].map((each) => (isNot ? listed.length - each : each));
  return counts.includes(said) ? undefined : told;
};

/** How many in a hundred run, do not, or are in a state that the sentence names. */
const sharesOf = (rows: readonly Row[], sentence: string): ReadonlySet<number> => {
  const count = (fits: (status: string) => boolean) => rows.filter(({ fields }) => fits(fields.status ?? "")).length;
  const said = stateSaid(sentence) ?? "Running";
  const counts = [count((status) => status.startsWith("Running")), count((status) => status === "Running")];
  const named = count((status) => status.includes(said));
  const all = [...counts.flatMap((each) => [each, rows.length - each]), named];
  return new Set(all.map((each) => Math.round((100 * each) / rows.length)));
};
