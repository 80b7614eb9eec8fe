import type { Quality } from "../types.ts";
import { type Asked, call, type Facts } from "./intent-facts.ts";

/** A view of the whole, or of the state of something. */
export const viewed = (facts: Facts): Asked | undefined => {
  const { intents, name, quality } = facts;
  if (countedByCluster(facts)) return { view: "status" };
  // “The claims and their capacity” are a list that has it.
  if (intents.has("overview") && facts.resource !== "pvc" && facts.resource !== "pv") return { view: "overview" };
  if (intents.has("complaint") && name.name === undefined) return health(undefined, quality);
  if (intents.has("symptom")) return suffering(facts);
  if (intents.has("health")) return health(whatRuns(facts), quality);
  if (intents.has("check") && !intents.has("status") && !intents.has("wellbeing"))
    return health(whatRuns(facts), quality);
  if (intents.has("problem")) return troubled(facts);
  return stated(facts) ?? broken(facts);
};

/** Of one thing the cause is looked for; of many that are listed only which; what nobody names may be anything. */
const suffering = (facts: Facts): Asked =>
  facts.intents.has("list") && facts.resource !== undefined && facts.name.name === undefined
    ? call("list", { resource: facts.resource, quality: "broken" })
    : sufferingOne(facts);

const sufferingOne = (facts: Facts): Asked =>
  facts.name.name !== undefined || facts.resource !== undefined || facts.points
    ? diagnosis(facts)
    : health(undefined, facts.quality);

const troubled = (facts: Facts): Asked => {
  if (facts.name.name !== undefined) return diagnosis(facts);
  const resource = whatRuns(facts);
  return resource === undefined ? health(undefined, facts.quality) : call("list", { resource, quality: "broken" });
};

/** "How is …" asks how well something is, "the status of …" for what is there. */
const stated = (facts: Facts): Asked | undefined => {
  const { intents, name, namespace, quality, resource } = facts;
  const of = whatRuns(facts);
  const asksHow = intents.has("wellbeing");
  if ((!asksHow && !intents.has("status")) || (name.name !== undefined && staysPending(facts))) return undefined;
  if (name.name !== undefined) return asksHow ? health(of, quality) : call("get", { resource });
  if (of !== undefined) return intents.has("status") ? undefined : health(of, quality);
  return asksHow && namespace ? health(of, quality) : { view: "status" };
};

/** What is said of one thing to have its cause looked for; of many they only say which are shown. */
const ailing: readonly (Quality | undefined)[] = ["not_ready", "most_restarts"];

/** “Web pods say Running but 0/1 ready ???” asks for no list. */
const isPuzzled = ({ pieces }: Facts): boolean =>
  pieces.some(({ text }) => /^(?:but|却|但是?|可是?)$/iu.test(text)) ||
  pieces.filter(({ text }) => /^[?!？！]+$/u.test(text)).reduce((sum, { text }) => sum + text.length, 0) > 1;

/** “Is it pending” asks for its state; “stuck in pending” tells of a trouble. */
const staysPending = ({ pieces, quality }: Facts): boolean =>
  quality === "pending" &&
  (pieces.some(({ text, meaning }) => meaning.is === "quality" && /stuck|调度不上/iu.test(text)) ||
    pieces.some(({ text }) => /^(?:卡|卡在|卡住|卡着|一直)$/u.test(text)));

const broken = (facts: Facts): Asked | undefined => {
  const { intents, name, quality, resource } = facts;
  const isOne = name.name !== undefined && (resource === undefined || name.beside || isPuzzled(facts));
  const ails = (ailing.includes(quality) || staysPending(facts)) && isOne && !intents.has("list");
  if (quality !== "broken" && quality !== "errors" && !ails) return undefined;
  if (name.name !== undefined && !(resource !== undefined && intents.has("list"))) return diagnosis(facts);
  return whatRuns(facts) === undefined && resource !== "namespace" ? health(undefined, quality) : undefined;
};

/** The resource of a question about health. "Services" there are what people run, not the Service objects. */
const whatRuns = ({ resource }: Facts): string | undefined =>
  resource === "cluster" || resource === "namespace" || resource === "service" ? undefined : resource;

/** How many there are of a kind in each cluster is what the status of all clusters tells. */
const countedByCluster = ({ byCluster, resource, name }: Facts): boolean =>
  byCluster && name.name === undefined && (resource === "pod" || resource === "node");

/** “Why does worker-2 take no pods”: what stands beside no name is not its kind. */
export const diagnosis = ({ name, quality, resource }: Facts): Asked =>
  call("diagnose", {
    resource: name.name !== undefined && name.resource === undefined && resource === "pod" ? undefined : resource,
    quality: name.name === undefined ? quality : undefined,
  });

const health = (resource: string | undefined, quality: Quality | undefined): Asked => ({
  view: "health",
  ...(resource === undefined ? {} : { resource }),
  ...(quality === undefined ? {} : { quality }),
});
