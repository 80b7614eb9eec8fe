import { editDistance } from "../../language/text/edit-distance.ts";
import { both, together } from "../../overview/chains.ts";
import { withNamespace } from "../../overview/list-everywhere.ts";
import type { Chain } from "../../overview/types.ts";
import { selectorText } from "../../results/selector-text.ts";
import type { Row } from "../../results/types.ts";
import { at, isRecord, listAt, numberAt, scalarText, textAt, type UnknownRecord } from "../../results/values.ts";
import { conditionOf, describing, fieldEvidence, listing } from "../evidence.ts";
import type { Scout } from "../scout.ts";
import type { Evidence, Finding, Thing } from "../types.ts";
import { inspectPods, merged } from "./pods-of.ts";
import type { Seen } from "./seen.ts";

/** A service: whether anything stands behind it, and whether traffic goes to a port that is there. */
export function* service(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, endpoints] = yield* both(scout.one(thing), scout.one({ ...thing, resource: "endpoint" }));
  if (found.kind !== "found") return { reach: found.kind };
  const { object } = found;
  const type = textAt(object, "spec", "type") || "ClusterIP";
  if (type === "ExternalName") return { reach: "ok", state: type, findings: [] };
  const addresses = endpoints.kind === "found" ? countOf(endpoints.object, "addresses") : undefined;
  const own = balancerFindings(thing, object);
  const selector = selectorText({ matchLabels: at(object, "spec", "selector") });
  const state = addresses === undefined ? type : `${type}, ${addresses} endpoint${addresses === 1 ? "" : "s"}`;
  if (selector === "") {
    const none = addresses === 0 || endpoints.kind === "missing";
    const lacking: Finding = {
      object: thing,
      cause: "no_selector",
      slots: {},
      evidence: [fieldEvidence(thing, "spec.selector", "-")],
    };
    return { reach: "ok", state, findings: none ? [lacking, ...own] : own };
  }
  const behind = yield* behindFindings(scout, thing, { object, selector, addresses });
  return { reach: "ok", state, findings: [...behind, ...own] };
}

const countOf = (endpoints: UnknownRecord, list: string): number =>
  listAt(endpoints, "subsets").reduce<number>((sum, subset) => sum + listAt(subset, list).length, 0);

const balancerFindings = (thing: Thing, object: UnknownRecord): readonly Finding[] => {
  const waits =
    textAt(object, "spec", "type") === "LoadBalancer" &&
    listAt(object, "status", "loadBalancer", "ingress").length === 0;
  return waits
    ? [
        {
          object: thing,
          cause: "load_balancer_pending",
          slots: {},
          evidence: [fieldEvidence(thing, "status.loadBalancer", "-")],
        },
      ]
    : [];
};

type Selecting = { readonly object: UnknownRecord; readonly selector: string; readonly addresses: number | undefined };

function* behindFindings(
  scout: Scout,
  thing: Thing,
  { object, selector, addresses }: Selecting,
): Chain<readonly Finding[]> {
  const rows = yield* matchingPods(scout, thing, { selector, wanted: labelsOf(at(object, "spec", "selector")) });
  if (rows === undefined) return [];
  if (rows.length === 0) return yield* nothingBehind(scout, thing, { object, selector });
  const pods = yield* inspectPods(
    scout,
    rows.map((row) => withNamespace(row, thing.namespace)),
  );
  const ports = portFindings(
    thing,
    object,
    pods.map(({ pod }) => pod),
  );
  if (addresses !== 0) return ports;
  const found = merged(pods.flatMap(({ findings }) => findings));
  const unready: Finding = {
    object: thing,
    cause: "pods_not_ready",
    slots: { count: rows.length },
    evidence: [
      selectorEvidence(thing, selector),
      {
        says: "field",
        slots: {
          field: "Pod",
          value: rows
            .map((row) => row.name)
            .slice(0, 5)
            .join(", "),
        },
        show: listing("pod", thing, selector),
      },
    ],
  };
  if (pods.length === 0 || !pods.every(({ pod }) => isReady(pod))) return [unready, ...found, ...ports];
  // All that were read are ready: what keeps traffic away is the port, or the endpoints themselves.
  const lag: Finding = { ...unready, cause: "endpoints_lag" };
  return ports.length > 0 ? [...ports, ...found] : rows.length > pods.length ? [unready, ...found] : [lag, ...found];
}

const isReady = (pod: UnknownRecord): boolean => textAt(conditionOf(pod, "Ready"), "status") === "True";

/** No pod fits; where the workload of the service's name is scaled to 0, that is why. */
function* nothingBehind(scout: Scout, thing: Thing, missing: Missing): Chain<readonly Finding[]> {
  const finding = yield* mismatch(scout, thing, missing);
  if (finding.cause !== "selector_matches_none") return [finding];
  const named: Thing = { ...thing, resource: "deployment" };
  const found = yield* scout.one(named);
  const isAsleep = found.kind === "found" && numberAt(found.object, "spec", "replicas") === 0;
  return isAsleep
    ? [
        finding,
        { object: named, cause: "scaled_to_zero", slots: {}, evidence: [fieldEvidence(named, "spec.replicas", "0")] },
      ]
    : [finding];
}

type Wanted = { readonly selector: string; readonly wanted: Labels };

/** By the server's selector where it takes one, else by the labels that a list shows. Undefined: nothing tells. */
function* matchingPods(
  scout: Scout,
  { namespace }: Thing,
  { selector, wanted }: Wanted,
): Chain<readonly Row[] | undefined> {
  const selected = yield* scout.list("pod", namespace, selector);
  if (selected) return selected;
  const rows = yield* scout.list("pod", namespace);
  if (rows === undefined) return undefined;
  const labels = yield* labelsOfAll(scout, rows, namespace);
  return labels && rows.filter((_, index) => fits(wanted, labels[index] ?? {}));
}

/** Pods whose labels are read one by one, where the list does not show them. */
const labelReads = 20;

/** The labels of each pod; undefined where they are too many to be read, or one of them cannot be. */
function* labelsOfAll(scout: Scout, rows: readonly Row[], namespace: string): Chain<readonly Labels[] | undefined> {
  const told = rows.map(labelsIn);
  const bare = rows.filter((_, index) => told[index] === undefined);
  if (bare.length > labelReads) {
    scout.missed("pod", "", "incomplete");
    return undefined;
  }
  const found = yield* together(bare.map(({ name }) => scout.one({ resource: "pod", namespace, name })));
  const read = found.map((each) =>
    each.kind === "found" ? labelsOf(at(each.object, "metadata", "labels")) : undefined,
  );
  const all = rows.map((row, index) => told[index] ?? read[bare.indexOf(row)]);
  const known = all.filter((labels) => labels !== undefined);
  return known.length === all.length ? known : undefined;
}

type Labels = Readonly<Record<string, string>>;

const fits = (wanted: Labels, labels: Labels): boolean =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);

const labelsOf = (value: unknown): Labels =>
  Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([key, each]) => [key, scalarText(each) ?? ""]));

const labelsIn = ({ object, fields }: Row): Labels | undefined => {
  if (isRecord(at(object, "metadata"))) return labelsOf(at(object, "metadata", "labels"));
  if (fields.labels === undefined) return undefined;
  if (fields.labels === "<none>") return {};
  return Object.fromEntries(
    fields.labels.split(",").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
};

/** Pods whose labels are read one by one to find the nearest. */
const candidateLimit = 4;

/** Labels that controllers add: nobody selects by them. */
const ownLabels =
  /^(?:pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/|batch\.kubernetes\.io\/|job-name$|controller-uid$|apps\.kubernetes\.io\/)/;

type Missing = { readonly object: UnknownRecord; readonly selector: string };

/** No pod fits: the one whose labels come nearest is shown beside the selector. */
function* mismatch(scout: Scout, thing: Thing, { object, selector }: Missing): Chain<Finding> {
  const wanted = labelsOf(at(object, "spec", "selector"));
  const rows = (yield* scout.list("pod", thing.namespace)) ?? [];
  const words = [thing.name, ...Object.values(wanted)];
  const near = (name: string) => Math.max(...words.map((word) => likeness(word, name)));
  const candidates = rows
    .toSorted((left, right) => near(right.name) - near(left.name))
    .filter(({ name }) => near(name) > 0)
    .slice(0, candidateLimit);
  const read = yield* together(
    candidates
      .filter((row) => labelsIn(row) === undefined)
      .map(({ name }) => scout.one({ resource: "pod", namespace: thing.namespace, name })),
  );
  const objects = new Map(
    read.flatMap((each) =>
      each.kind === "found"
        ? [[textAt(each.object, "metadata", "name"), labelsOf(at(each.object, "metadata", "labels"))]]
        : [],
    ),
  );
  const told = candidates.map((row) => ({ name: row.name, labels: labelsIn(row) ?? objects.get(row.name) ?? {} }));
  const best = told.toSorted((left, right) => shared(wanted, right.labels) - shared(wanted, left.labels))[0];
  const evidence: Evidence[] = [
    selectorEvidence(thing, selector),
    { says: "matchesNone", slots: { selector }, show: listing("pod", thing, selector) },
  ];
  if (!best) return { object: thing, cause: "selector_matches_none", slots: { selector }, evidence };
  const labels =
    Object.entries(best.labels)
      .filter(([key]) => !ownLabels.test(key))
      .map(([key, value]) => `${key}=${value}`)
      .join(",") || "-";
  return {
    object: thing,
    cause: "selector_mismatch",
    slots: { selector, name: best.name, labels },
    evidence: [
      ...evidence,
      {
        says: "labels",
        slots: { resource: "pod", name: best.name, labels },
        show: describing({ resource: "pod", namespace: thing.namespace, name: best.name }),
      },
    ],
  };
}

/** How much a pod's name looks like a word: it begins with it, it begins as the word does, or is nearly it. */
const likeness = (word: string, name: string): number => {
  if (name.startsWith(word)) return 3;
  const [first = ""] = word.split("-");
  if (first.length > 2 && name.startsWith(first)) return 2;
  return editDistance(word, name.slice(0, word.length)) <= 2 && word.length > 4 ? 1 : 0;
};

/** How far labels meet a selector: a value that is like the one wanted counts half. */
const shared = (wanted: Labels, labels: Labels): number =>
  Object.entries(wanted).reduce(
    (sum, [key, value]) => sum + (labels[key] === value ? 2 : labels[key] !== undefined ? 1 : 0),
    0,
  );

const selectorEvidence = (thing: Thing, selector: string): Evidence => fieldEvidence(thing, "spec.selector", selector);

/** A named target port has to be named by the pods; a number that none of them states is only unlikely to be right. */
const portFindings = (thing: Thing, object: UnknownRecord, pods: readonly UnknownRecord[]): readonly Finding[] => {
  const stated = pods
    .flatMap((pod) => listAt(pod, "spec", "containers"))
    .flatMap((container) => listAt(container, "ports"));
  const names = new Set(
    stated.flatMap((port) => [textAt(port, "name"), textAt(port, "containerPort")]).filter((name) => name !== ""),
  );
  if (pods.length === 0) return [];
  return listAt(object, "spec", "ports").flatMap((port): readonly Finding[] => {
    const target = textAt(port, "targetPort") || textAt(port, "port");
    const isNumber = /^\d+$/.test(target);
    // Older descriptions tell no names of ports: what they are called is not known.
    if (!isNumber && !stated.some((each) => textAt(each, "name") !== "") && pods.some((pod) => "described" in pod))
      return [];
    if (names.has(target) || (isNumber && names.size === 0)) return [];
    const ports = [...names].join(", ") || "-";
    return [
      {
        object: thing,
        cause: "target_port",
        slots: { port: target, ports },
        evidence: [
          fieldEvidence(thing, "spec.ports.targetPort", target),
          fieldEvidence(thing, "containers.ports", ports),
        ],
      },
    ];
  });
};
