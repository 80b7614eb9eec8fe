import {
  besides,
  impliedImage,
  isThere,
  newPodWishes,
  purpose,
  saidImage,
  saidName,
  wordImage,
} from "../lexicon/new-pods.ts";
import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/**
 * “Run a little debug pod in dev”: a pod that is to be made, however it is called, and none that is looked at. What of its
 * image and name is said is taken; the rest is asked.
 */
export const readNewPod = (text: string, situation: Situation): RequestFields | undefined => {
  const found = newPodWishes.map((wish) => wish.exec(text)).find((each) => each !== null);
  const { what = "", place = "", using = "", usingThere = "" } = found?.groups ?? {};
  if (!found || isThere.test(what)) return undefined;
  const rest = text.slice(found[0].length);
  const name = firstOf(saidName.exec(`${what} ${rest}`));
  const kind = what.replace(saidName, " ");
  const around = `${using} ${usingThere} ${rest.replace(saidName, " ")}`;
  const image = imageIn({ kind, around });
  // “An nginx pod with redis” runs nginx only.
  const other = around
    .replace(saidImage, " ")
    .replace(firstOf(impliedImage.exec(around)) === image ? impliedImage : "", " ");
  const { namespace, cluster, clusterWord, node } = placeIn(`${place} ${other}`.replace(besides, " "), situation);
  const unread = [...(node === undefined ? [] : [node]), ...[...`${kind}, ${other}`.matchAll(besides)].flatMap(unmet)];
  return {
    ...{ kind: "request", view: "call", verb: "run", resource: "pod" },
    ...(image === undefined ? {} : { image }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
    ...(unread.length === 0 ? {} : { unread }),
  };
};

type Said = { readonly kind: string; readonly around: string };

/** “With image nginx:1.27”, “an nginx pod”, “a pod from nginx”; of “with a shell” and “with network tools” it is none. */
const imageIn = ({ kind, around }: Said): string | undefined =>
  firstOf(saidImage.exec(around)) ??
  firstOf(saidImage.exec(kind)) ??
  wordImage.exec(kind)?.[0].toLowerCase() ??
  firstOf(impliedImage.exec(around));

/** What the pod was to have that goes into nothing; a shell is what any has. */
const unmet = (found: RegExpExecArray): readonly string[] => {
  const what = (firstOf(found) ?? "").trim().replace(/[.]$/u, "");
  return what === "" || /^(?:shell|bash|sh|terminal|it|image|base|container|docker ?hub)$/iu.test(what) ? [] : [what];
};

const firstOf = (found: RegExpExecArray | null): string | undefined =>
  Object.values(found?.groups ?? {}).find((group) => group !== undefined);

/** Where it is to run, read as the place of any list; what it is for says nothing of that. */
const placeIn = (text: string, situation: Situation): RequestFields => {
  const where = text.replace(purpose, " ").trim();
  if (where === "") return {};
  return readNarrowed(situation.language === "zh" ? `查看${where}的 pod` : `show pods ${where}`, situation);
};
