import type { Ask } from "../../choices/types.ts";
import { type PointedPlace, pointedPlace } from "../../language/index.ts";
import { hasPart } from "../../language/text/has-part.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import { sayReading } from "../../words/reading-words.ts";
import { readingAsk } from "../replies/reading-replies.ts";
import type { State } from "../state.ts";

/** What a message says of a place that may be a cluster or a namespace: settled, or open with both as they would be said. */
export type Pointed =
  | { readonly kind: "settled"; readonly message: string }
  | { readonly kind: "open"; readonly ask: Ask };

/**
 * “The prod one” beside a namespace `production`: it means what was spoken of last, clusters or namespaces. In the
 * cluster that is called so it says nothing, were not the namespace meant. Else either may be.
 */
export const placePointed = (state: State): Pointed | undefined => {
  const { message, known, shown, language } = state;
  const { cluster: clusters = [], namespace: namespaces = [] } = known;
  const place = pointedPlace(message, { clusters, namespaces });
  if (place === undefined || shown.some((row) => isOtherThing(row, place))) return undefined;
  const spoken = spokenOf(state, place);
  if (spoken === "cluster") return { kind: "settled", message: place.asCluster };
  if (spoken === "namespace") return { kind: "settled", message: place.asNamespace };
  const ask = readingAsk([place.asNamespace, place.asCluster], language);
  return { kind: "open", ask: { ...ask, text: sayReading(language, "eitherPlace", { word: place.word }) } };
};

/** One of the things that were listed is called so: that one is pointed at. */
const isOtherThing = ({ resource, name }: State["shown"][number], { word }: PointedPlace): boolean =>
  resource !== "cluster" && resource !== "namespace" && hasPart(name.toLowerCase(), word);

const spokenOf = (state: State, { cluster }: PointedPlace): "cluster" | "namespace" | undefined => {
  const { shown, last, known } = state;
  const listed = [last?.resource, shown[0]?.resource].find((each) => each === "cluster" || each === "namespace");
  if (listed === "cluster" || listed === "namespace") return listed;
  if (cluster === clusterHere(state)) return "namespace";
  const { cluster: asked, namespace } = last?.asked ?? {};
  if (asked !== undefined) return "cluster";
  // “In dev” is as open where a cluster is called so as well.
  const isPlain =
    namespace !== undefined &&
    !(known.cluster ?? []).some((each) => hasPart(each.toLowerCase(), namespace.toLowerCase()));
  return isPlain ? "namespace" : undefined;
};
