import { resourceByKey } from "../catalog/resources.ts";
import { together } from "../overview/chains.ts";
import { withDetails } from "../overview/details.ts";
import { listEverywhere, type Place, withNamespace } from "../overview/list-everywhere.ts";
import type { Chain, Listing, ListingNote } from "../overview/types.ts";
import { fieldReaders } from "../results/fields.ts";
import { referencesIn, tellsReferences, withReferences } from "../results/references.ts";
import { workloadOf } from "../results/replicas.ts";
import { isApiObject } from "../results/rows.ts";
import type { Row } from "../results/types.ts";
import { listAt, textAt } from "../results/values.ts";
import { workloadFacts } from "../results/workload-facts.ts";

/** Kinds of which only what refers to them, or stands in them, tells whether they are used. */
export const isToldByOthers = (resource: string): boolean => toldByOthers.includes(resource);

const toldByOthers: readonly string[] = ["service", "pvc", "configmap", "secret", "namespace"];

/** What every namespace has, what controllers keep for themselves, and what the cluster itself uses. */
const keptByControllers = /^kube-root-ca\.crt$|-ca\.crt$|root-ca?-?cert$/;
const keptTypes = /^(?:kubernetes\.io\/service-account-token|bootstrap\.kubernetes\.io\/token|helm\.sh\/release)/;
const ofTheCluster = /^kube-/;

/** What people put there: the namespace `default` is not theirs, and what stands in it is. */
const isPeoples = ({ name, namespace = "", fields }: Row, resource: string): boolean =>
  !keptByControllers.test(name) &&
  !keptTypes.test(fields.type ?? "") &&
  !ofTheCluster.test(namespace || name) &&
  !((resource === "namespace" || resource === "service") && (name === "default" || name === "kubernetes"));

/** A ServiceAccount may hand it to its pods, which do not name it themselves. */
const mayBePullSecret = ({ fields }: Row): boolean => fields.type === undefined || /dockerc/.test(fields.type);

/** An Ingress may use it, which no pod tells. */
const isCertificate = ({ fields }: Row): boolean => fields.type === "kubernetes.io/tls";

/** Users of things in one cluster; `silent`: namespaces in which something does not tell what it refers to. */
type Users = {
  readonly used: ReadonlySet<string>;
  readonly silent: ReadonlySet<string>;
  readonly pods: readonly Row[];
  readonly statefulSets: readonly Row[];
  /** Namespaces whose ServiceAccounts do not tell what they hand to their pods. */
  readonly accountsUnread: ReadonlySet<string>;
  /** Kinds that may use things and could not be listed. */
  readonly notes: readonly ListingNote[];
};

/**
 * Lists of kinds whose things are used by what refers to them: each row is marked with `used`: `yes`, `no`, or nothing
 * where that cannot be told. What refers to things are pods, and what makes pods now and then: CronJobs and workloads
 * that are scaled to 0.
 */
export function* withUsers(place: Place, resources: readonly string[]): Chain<readonly Listing<Row>[]> {
  const listings = yield* together(resources.map((resource) => listedWhole(placeFor(place, resource), resource)));
  const things = listings.flatMap((listing, index) =>
    listing.kind === "listed" && resources[index] !== "namespace"
      ? listing.items
          .filter((row) => isPeoples(row, resources[index] ?? ""))
          .map((row) => ({ resource: resources[index] ?? "", row: withNamespace(row, place.namespace) }))
      : [],
  );
  const users = yield* usersIn(place, things);
  return yield* together(
    listings.map((listing, index) =>
      agedWhereUnused(
        place,
        listing.kind === "unlisted" ? listing : marked(listing, resources[index] ?? "", { place, users }),
        resources[index] ?? "",
      ),
    ),
  );
}

/** A Service is judged by its selector. */
function* listedWhole(place: Place, resource: string): Chain<Listing<Row>> {
  const listing = yield* listEverywhere(place, resource);
  return resource === "service"
    ? yield* withDetails(place, listing, {
        resource,
        isBare: (row) => fieldReaders.selector.text(row, 0) === undefined,
      })
    : listing;
}

/** What nothing uses is told with how old it is. */
function* agedWhereUnused(place: Place, listing: Listing<Row>, resource: string): Chain<Listing<Row>> {
  const isUntold = ({ fields }: Row) => fields.used === "no" && (fields.age ?? fields.created) === undefined;
  const aged = yield* withDetails(place, listing, { resource, isBare: isUntold });
  if (aged.kind === "unlisted" || listing.kind === "unlisted") return aged;
  // That it takes a second look to tell how old they are leaves nothing open.
  const items = aged.items.map((row, index) => ({
    ...row,
    fields: { ...row.fields, ...usedIn(listing.items[index]) },
  }));
  return { ...aged, items, ...(listing.notes === undefined ? {} : { notes: listing.notes }) };
}

const usedIn = (row: Row | undefined) => (row?.fields.used === undefined ? {} : { used: row.fields.used });

const placeFor = (place: Place, resource: string): Place =>
  resourceByKey.get(resource)?.namespaced === false ? { catalog: place.catalog, cluster: place.cluster } : place;

type Marking = { readonly place: Place; readonly users: Users | undefined };

const marked = (
  listing: Extract<Listing<Row>, { kind: "listed" }>,
  resource: string,
  { place, users }: Marking,
): Listing<Row> => {
  // Of a plan about one namespace only that one was looked into.
  const isWithin = ({ name }: Row) =>
    resource !== "namespace" || place.namespace === undefined || name === place.namespace;
  const items = listing.items
    .filter((row) => isPeoples(row, resource) && isWithin(row))
    .map((row): Row => {
      const used = users && usedBy(withNamespace(row, place.namespace), resource, users);
      return used === undefined ? row : { ...row, fields: { ...row.fields, used } };
    });
  const notes = [...(listing.notes ?? []), ...(users?.notes ?? [])];
  return { ...listing, items, ...(notes.length === 0 ? {} : { notes }) };
};

const usedBy = (row: Row, resource: string, users: Users): "yes" | "no" | undefined => {
  const { used, silent, pods, statefulSets } = users;
  const { namespace = "", name } = row;
  const neighbours = pods.filter((pod) => pod.namespace === (resource === "namespace" ? name : namespace));
  if (resource === "namespace") return neighbours.length > 0 ? "yes" : "no";
  if (resource === "service") return selectedFrom(neighbours, row);
  // The claims of a StatefulSet are called after it, and stay for it when it has fewer replicas.
  const ofSet = resource === "pvc" && statefulSets.some((set) => set.namespace === namespace && isClaimOf(set, name));
  if (ofSet || used.has(`${namespace}/${resource}/${name}`)) return "yes";
  if (resource === "secret" && mayBePullSecret(row) && users.accountsUnread.has(namespace)) return undefined;
  return silent.has(namespace) || isCertificate(row) ? undefined : "no";
};

const isClaimOf = (set: Row, claim: string): boolean => claim.replace(/-\d+$/, "").endsWith(`-${set.name}`);

/** Whether any pod has the labels of a Service, ready or not. One without a selector has its backends from elsewhere. */
const selectedFrom = (pods: readonly Row[], service: Row): "yes" | "no" | undefined => {
  const selector = pairsOf(fieldReaders.selector.text(service, 0));
  if (selector === undefined) return undefined;
  if (selector.length === 0) return "yes";
  const labels = pods.map((pod) => pairsOf(fieldReaders.label.text(pod, 0)));
  if (labels.some((own) => own !== undefined && selector.every((pair) => own.includes(pair)))) return "yes";
  return labels.includes(undefined) ? undefined : "no";
};

const pairsOf = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(",")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "" && pair !== "<none>");

type Thing = { readonly resource: string; readonly row: Row };

/** Undefined where the pods cannot be listed. */
function* usersIn(place: Place, things: readonly Thing[]): Chain<Users | undefined> {
  const namespaces = new Set(things.map(({ row: { namespace = "" } }) => namespace));
  const [pods, ...makers] = yield* together(
    ["pod", ...makersOfPods].map((resource) => listEverywhere(place, resource, { whole: true })),
  );
  if (pods?.kind !== "listed") return undefined;
  const placed = pods.items.map((row) => withNamespace(row, place.namespace));
  const own = placed.filter(({ namespace = "" }) => namespaces.has(namespace));
  const told = yield* withReferencesRead(place, "pod", own);
  const idle = makers.map((listing, index) =>
    listing.kind === "listed"
      ? listing.items
          .map((row) => withNamespace(row, place.namespace))
          .filter((row) => namespaces.has(row.namespace ?? "") && isIdle(makersOfPods[index] ?? "", row))
      : [],
  );
  const asleep = yield* together(makersOfPods.map((kind, index) => withReferencesRead(place, kind, idle[index] ?? [])));
  const all = [...told, ...asleep.flat()];
  const accounts = yield* accountsIn(place, things);
  return {
    used: new Set([
      ...all.flatMap(({ namespace = "", object }) => referencesIn(object).map((each) => `${namespace}/${each}`)),
      ...accounts.handed,
    ]),
    notes: makers.flatMap((listing, index) => {
      const resource = makersOfPods[index] ?? "";
      return listing.kind === "listed" ? [] : [{ kind: "users_unread" as const, resource, cause: listing.cause }];
    }),
    accountsUnread: accounts.unread,
    silent: new Set(all.filter((row) => !tellsReferences(row)).map(({ namespace = "" }) => namespace)),
    pods: placed.map(
      (row) => told.find(({ name, namespace }) => name === row.name && namespace === row.namespace) ?? row,
    ),
    statefulSets: makers.flatMap((listing, index) =>
      listing.kind === "listed" && makersOfPods[index] === "statefulset"
        ? listing.items.map((row) => withNamespace(row, place.namespace))
        : [],
    ),
  };
}

type Accounts = { readonly handed: readonly string[]; readonly unread: ReadonlySet<string> };

/** The pull secrets that ServiceAccounts hand to their pods, where any of the things may be one. */
function* accountsIn(place: Place, things: readonly Thing[]): Chain<Accounts> {
  const pull = things.filter(({ resource, row }) => resource === "secret" && mayBePullSecret(row));
  const namespaces = new Set(pull.map(({ row: { namespace = "" } }) => namespace));
  if (namespaces.size === 0) return { handed: [], unread: namespaces };
  const listing = yield* listEverywhere(place, "serviceaccount");
  if (listing.kind !== "listed") return { handed: [], unread: namespaces };
  const own = listing.items
    .map((row) => withNamespace(row, place.namespace))
    .filter(({ namespace = "" }) => namespaces.has(namespace));
  const isBare = ({ object }: Row) => !isApiObject(object);
  const detailed = yield* withDetails(place, { kind: "listed", items: own }, { resource: "serviceaccount", isBare });
  const rows = detailed.kind === "listed" ? detailed.items : own;
  return {
    handed: rows.flatMap(({ namespace = "", object }) =>
      [...listAt(object, "imagePullSecrets"), ...listAt(object, "secrets")].map(
        (each) => `${namespace}/secret/${textAt(each, "name")}`,
      ),
    ),
    unread: new Set(rows.filter(isBare).map(({ namespace = "" }) => namespace)),
  };
}

const makersOfPods: readonly string[] = ["cronjob", "deployment", "statefulset"];

/** It makes pods, and has none now. */
const isIdle = (resource: string, row: Row): boolean => resource === "cronjob" || workloadFacts(row, 0).desired === 0;

/** Pods of one workload refer to the same: the first of each is read. */
function* withReferencesRead(place: Place, resource: string, rows: readonly Row[]): Chain<readonly Row[]> {
  const firsts = new Set(new Map(rows.toReversed().map((row) => [workloadOf(row), row])).values());
  const isBare = (row: Row) => !tellsReferences(row) && firsts.has(row);
  const detailed = yield* withDetails(place, { kind: "listed", items: rows }, { resource, isBare });
  return withReferences(detailed.kind === "listed" ? detailed.items : rows);
}
