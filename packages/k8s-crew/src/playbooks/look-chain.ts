import { resourceByKey } from "../catalog/resources.ts";
import { judgedKinds } from "../overview/checks.ts";
import { withDetails } from "../overview/details.ts";
import { listEverywhere, listingOf, type Place, readOf } from "../overview/list-everywhere.ts";
import { rowsNamed } from "../overview/scope.ts";
import { isBareOf } from "../overview/tells-state.ts";
import type { Chain, Listing } from "../overview/types.ts";
import type { Look, Plan, Step } from "../plan/types.ts";
import { parseResult } from "../results/parse-result.ts";
import type { Row } from "../results/types.ts";
import { lookTemplate } from "./look-steps.ts";

/** What a look found in one cluster. */
export type LookResult = { readonly stepId: string; readonly cluster: string; readonly listing: Listing<Row> };

/** What the survey of a plan has to list, in the order of `judgedKinds`. */
export const surveyedKinds = (plan: Plan): readonly string[] => {
  const wanted = plan.steps.flatMap(({ look }) => (look && isJudged(look) ? [look.resource] : []));
  return judgedKinds.filter((kind) => wanted.includes(kind));
};

export const isJudged = ({ verb, resource, atFindings, leftovers }: Look): boolean =>
  verb === "list" && atFindings !== true && leftovers !== true && judgedKinds.includes(resource);

/** Qualities that a verdict covers; any other is an order or a choice, and its list is shown. */
const covered: readonly (string | undefined)[] = [undefined, "broken", "not_ready", "pending"];

/** The window of the survey's own verdict on events. */
const judgedSeconds = 3600;

/** Looks whose rows are shown, not only judged. */
export const shownLooks = (plan: Plan): readonly Step[] =>
  plan.steps.filter(({ look }) => look !== undefined && look.atFindings !== true && !isCovered(look));

const isCovered = (look: Look): boolean => {
  if (!isJudged(look)) return false;
  if (look.resource === "event") return (look.sinceSeconds ?? judgedSeconds) <= judgedSeconds;
  return covered.includes(look.show);
};

type Wanted = {
  readonly name: string | undefined;
  /** What comes as bare names is looked at one by one, whatever is shown of it. */
  readonly detailed?: boolean;
};

/** One look into one cluster. */
export function* runLook(place: Place, look: Look, { name, detailed }: Wanted): Chain<Listing<Row>> {
  const listing =
    look.verb === "list" ? yield* listEverywhere(placeFor(look, place), look.resource) : yield* readOnce(place, look);
  if (listing.kind === "unlisted") return listing;
  const named = {
    ...listing,
    items: ofThatName(
      listing.items.filter((row) => isOfType(row, look)),
      look,
      name,
    ),
  };
  return look.verb === "list" && (detailed === true || look.show !== undefined || look.leftovers === true)
    ? yield* withDetails(placeFor(look, place), named, { resource: look.resource, isBare: isBareOf(look.resource) })
    : named;
}

/** What does not tell its type may be of any. */
const isOfType = ({ fields }: Row, { type }: Look): boolean =>
  type === undefined || fields.type === undefined || fields.type === type;

/** The nodes below what is called checkout are called otherwise: where none has the name, all are looked at. */
const ofThatName = (rows: readonly Row[], { resource }: Look, name: string | undefined): readonly Row[] => {
  const named = rowsNamed(rows, resource, name);
  return named.length === 0 && isClusterWide(resource) ? rows : named;
};

const isClusterWide = (resource: string): boolean => resourceByKey.get(resource)?.namespaced === false;

/** Some kinds stand in no namespace. */
const placeFor = ({ resource }: Look, { namespace, ...everywhere }: Place): Place =>
  namespace === undefined || isClusterWide(resource) ? everywhere : { ...everywhere, namespace };

function* readOnce(place: Place, look: Look): Chain<Listing<Row>> {
  const { verb, resource } = look;
  const template = lookTemplate(place.catalog, verb, resource);
  if (!template) return { kind: "unlisted", cause: "no_tool", detail: "" };
  const [result] = yield [readOf(placeFor(look, place), template, { resource })];
  const listing = listingOf(result, resource);
  if (listing.kind === "unlisted" || !result) return listing;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb, resource });
  return parsed.form === "rows" ? { kind: "listed", items: parsed.rows } : { ...unreadable, detail: "" };
}

const unreadable = { kind: "unlisted", cause: "unreadable" } as const;
