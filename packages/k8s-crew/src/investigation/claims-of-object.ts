import { numberPattern, readNumber } from "../language/numbers.ts";
import { fieldReaders } from "../results/fields.ts";
import { listAt } from "../results/values.ts";
import { workloadFacts } from "../results/workload-facts.ts";
import { denied } from "./claims-of-state.ts";
import { addressesOf, exitCodesOf, isBehind, isWorkload, type Shown, type Thing } from "./things.ts";

/**
 * What else is said of a thing: how it is called, how it is found in a clause (the first group that is not empty is what
 * is said), and what the thing has; undefined where it has none of that or does not tell.
 */
type Claim = {
  readonly title: string;
  readonly said: RegExp;
  readonly read: (thing: Thing, shown: Shown) => readonly string[] | undefined;
  /** Whether what was said is what was read; by default the very same. */
  readonly fits?: (said: string, read: readonly string[]) => boolean;
};

const number = `(${numberPattern}|no)`;
const isNumber = (said: string, read: readonly string[]): boolean =>
  read.includes(String(/^no$/iu.test(said) ? 0 : (readNumber(said) ?? said)));
const isPart = (said: string, read: readonly string[]): boolean =>
  read.some((each) => each.toLowerCase().includes(said.toLowerCase()));

const ofService =
  (read: (thing: Thing, shown: Shown) => readonly string[] | undefined): Claim["read"] =>
  (thing, shown) =>
    thing.resource === "service" ? read(thing, shown) : undefined;

const textOf = (text: string | undefined): readonly string[] | undefined =>
  text === undefined || text === "" ? undefined : [text];

const endpointsBehind: Claim["read"] = ofService((service, { things }) => {
  const counts = things.flatMap((each) => (isBehind(each, service) ? [String(addressesOf(each))] : []));
  return counts.length === 0 ? undefined : counts;
});

const replicasOf: Claim["read"] = (thing, { now }) => {
  if (!isWorkload(thing)) return undefined;
  const { ready, desired } = workloadFacts(thing, now);
  const { available, "up-to-date": updated } = thing.fields;
  const counts = [desired, ready, available, updated].flatMap((each) => (each === undefined ? [] : [String(each)]));
  return desired === undefined ? undefined : counts;
};

const pressuresOf: Claim["read"] = ({ object, resource }) =>
  resource !== "node" || listAt(object, "status", "conditions").length === 0
    ? undefined
    : [fieldReaders.pressure.text({ name: "", fields: {}, ...(isObject(object) ? { object } : {}) }, 0) || "<none>"];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** By which a service is reached; where its pods listen is another thing. */
const portsOf: Claim["read"] = ofService((thing) =>
  [fieldReaders.ports, fieldReaders.nodePort].flatMap((field) => field.text(thing, 0)?.match(/\d+/gu) ?? []),
);

const claims: readonly Claim[] = [
  {
    title: "image",
    said: /(?:\bimage\b|镜像)[^。\n]*?((?:[\w.-]+\/)*[\w.-]*[a-z][\w.-]*:[\w][\w.-]*[\w])/iu,
    read: (thing, { now }) => textOf(fieldReaders.image.text(thing, now)),
    fits: isPart,
  },
  {
    title: "exit code",
    said: /(?:\bexit(?:s|ed)?(?: with)?(?: an?)?(?: exit)? (?:code|status)(?: is| was| of)?|\bwith code|退出码(?:是|为|：)?)\s?(\d+)/iu,
    read: (thing) => (exitCodesOf(thing).length === 0 ? undefined : exitCodesOf(thing)),
  },
  {
    title: "replicas",
    said: new RegExp(String.raw`${number} (?:out )?of (?:its|the|all)? ?${numberPattern} replicas?\b`, "iu"),
    read: replicasOf,
    fits: isNumber,
  },
  {
    title: "replicas",
    said: new RegExp(String.raw`(?<![\d/])${number} (?:\w+ )?replicas?\b|(?<![\d/])${number}\s?个副本`, "iu"),
    read: replicasOf,
    fits: isNumber,
  },
  {
    title: "replicas",
    said: new RegExp(
      String.raw`\bscaled (?:down |up )?to ${number}(?!\w|\.\d)|(?:\breplica count (?:is |of )?|副本数(?:是|为|：)?|[扩缩]容?[到至])\s?${number}`,
      "iu",
    ),
    read: (thing, shown) => replicasOf(thing, shown)?.slice(0, 1),
    fits: isNumber,
  },
  {
    title: "ready",
    said: /(?<![\d/.])(\d+\/\d+)(?= ?(?:ready|available|running|就绪|可用|\)|[\s.。]*$))/iu,
    read: (thing, { now }) => textOf(isWorkload(thing) ? fieldReaders.replicas.text(thing, now) : thing.fields.ready),
  },
  {
    title: "ready",
    said: /(?<!\d)(\d+ of \d+) (?:containers?|replicas?)\b/iu,
    read: (thing, { now }) => textOf(isWorkload(thing) ? fieldReaders.replicas.text(thing, now) : thing.fields.ready),
    fits: (said, read) => read.includes(said.replace(" of ", "/")),
  },
  {
    title: "version",
    said: /(?:\bruns?|\bversion(?: is)?|\bkubelet|版本(?:是|为|：)?)[^\d\n]{0,12}?v?(\d+\.\d+\.\d+)/iu,
    read: ({ resource, fields }) => (resource === "node" ? textOf(fields.version) : undefined),
    fits: isPart,
  },
  { title: "pressure", said: /\b((?:memory|disk|PID)) ?pressure\b/iu, read: pressuresOf, fits: isPart },
  {
    title: "pressure",
    said: /(内存|磁盘)(?:有|存在)?压力/u,
    read: pressuresOf,
    fits: (said, read) => isPart(said === "内存" ? "memory" : "disk", read),
  },
  {
    title: "type",
    said: /\b(ClusterIP|NodePort|LoadBalancer|ExternalName)\b(?!:)/u,
    read: ofService((thing) => textOf(fieldReaders.serviceType.text(thing, 0))),
  },
  {
    title: "endpoints",
    said: new RegExp(
      String.raw`${number} (?:\w+ )?(?:endpoints?|backends?)\b|${number} pods? behind\b|\bbacked by ${number}\b|有\s?(${numberPattern})\s?个(?:可用的?)?(?:后端|端点|endpoint)`,
      "iu",
    ),
    read: endpointsBehind,
    fits: isNumber,
  },
  {
    title: "endpoints",
    said: /(没有)(?:任何|可用的?)*\s?(?:后端|端点|endpoint)/iu,
    read: endpointsBehind,
    fits: (_, read) => read.includes("0"),
  },
  {
    title: "ports",
    said: /(?:\b(?:listens|exposes|serves|open)\b[^.\n]{0,20}?\bport |(?:监听|暴露|开放)(?:的是|在)?\s?(?:端口)?\s?)(\d+)/iu,
    read: portsOf,
  },
  {
    title: "storage class",
    said: /(?:\bstorage ?class(?: is| called| named)?|存储类(?:型)?(?:是|为|叫|：)?)\s?([a-z0-9][\w.-]*\w)/iu,
    read: (thing) => (thing.resource === "pvc" ? textOf(fieldReaders.storageClass.text(thing, 0)) : undefined),
  },
  {
    title: "status",
    said: /(?<!\bto be |\bun|[未没不]有?)\b(bound)\b|(?<![未没不]有?|还没有?|等待)(绑定)(?!失败)/iu,
    read: ({ resource, fields }) => (resource === "pvc" ? textOf(fields.status) : undefined),
    fits: (_, read) => read.includes("Bound"),
  },
];

/** Where a claim is denied, what counts says so itself. */
const countsNone = new Set(["replicas", "endpoints", "ready"]);

/** What stands of a group of things where a clause says otherwise. */
export const otherObject = (clause: string, things: readonly Thing[], shown: Shown): readonly string[] => {
  const isDenied = denied.test(clause);
  const others = claims.flatMap(({ title, said, read, fits = (value, values) => values.includes(value) }) => {
    const value = said
      .exec(clause)
      ?.slice(1)
      .find((group) => group !== undefined);
    const isNone = isDenied || (title === "pressure" && /\b(?:no|without)\b/iu.test(clause));
    if (value === undefined || (isNone && !countsNone.has(title))) return [];
    const told = things.map((thing) => read(thing, shown)).filter((each) => each !== undefined);
    const isTold = told.length === 0 || told.some((values) => fits(value, values));
    return isTold ? [] : [`${title} ${[...new Set(told.flat())].join(", ")}`];
  });
  return [...new Set(others)];
};
