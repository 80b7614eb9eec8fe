import type { Verb } from "../../catalog/types.ts";
import { allChoices } from "../../choices/offer.ts";
import { heldByPlace, kindsIn, type Request, readRequests } from "../../language/index.ts";
import { knownPlaces } from "./other-place.ts";
import type { Replying } from "./understood.ts";
import { namespacesIn } from "./where-held.ts";

/**
 * What is to be done, and to what, said in full at a question about something else: nobody answers so. A place that is
 * named in passing (“the logs of web in dev” where the cluster of another thing is asked for) is that of the new request.
 */
export const isFullRequest = async (replying: Replying, text: string): Promise<boolean> => {
  const { parts, state, ask } = replying;
  if (ask.kind !== "gap" || heldByPlace(text) !== undefined) return false;
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const { requests } = readRequests(text, { ...knownPlaces(parts, state, step), language: state.language });
  const request = requests.map((each) => each.request).find(isWhole);
  if (request?.name === undefined || (request.compare !== true && mayOnlyLook(request, text))) return false;
  const { name } = request;
  if (isPlace(ask.parameter)) {
    if (isSame(name, step?.mentions.name) && request.compare !== true && request.verb === step?.verb) return false;
    const places = (await namespacesIn(replying)).flatMap(({ cluster, names }) => [cluster, ...names]);
    return !allChoices(ask).some(({ value }) => value === name) && !places.includes(name);
  }
  const named = allChoices(ask).filter(({ value }) => value.includes(name));
  if (named.length === 0) return ask.choices.length > 0 && !isSame(name, step?.mentions.name);
  return named.length > 1 && (request.compare === true || (request.namespace ?? request.cluster) !== undefined);
};

const isWhole = ({ kind, verb, name, corrects }: Request): boolean =>
  kind === "request" && verb !== undefined && name !== undefined && corrects !== true;

/** “Show me dev” and “check payments” may name a choice as well, unless they say of what kind it is. */
const mayOnlyLook = ({ verb }: Request, text: string): boolean =>
  verb !== undefined && looking.includes(verb) && kindsIn(text).length === 0;

const looking: readonly Verb[] = ["get", "list", "search", "describe", "diagnose"];

const isPlace = (parameter: string): boolean => parameter === "cluster" || parameter === "namespace";

const isSame = (said: string, before: string | undefined): boolean =>
  before !== undefined && (before.includes(said) || said.includes(before));
