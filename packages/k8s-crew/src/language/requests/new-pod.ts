import { isThere, newPodWishes, purpose, saidImage, saidName, wordImage } from "../lexicon/new-pods.ts";
import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/**
 * “Run a little debug pod in dev”: a pod that is to be made, however it is called, and none that is looked at. What of its
 * image and name is said is taken; the rest is asked.
 */
export const readNewPod = (text: string, situation: Situation): RequestFields | undefined => {
  const found = newPodWishes.map((wish) => wish.exec(text)).find((each) => each !== null);
  const { what = "", place = "", using } = found?.groups ?? {};
  if (!found || isThere.test(what)) return undefined;
  const rest = text.slice(found[0].length);
  const image = using ?? imageIn(rest) ?? wordImage.exec(what)?.[0].toLowerCase();
  const name = firstOf(saidName.exec(rest));
  const { namespace, cluster, clusterWord } = placeIn(
    `${place} ${rest.replace(saidName, " ").replace(saidImage, " ")}`,
    situation,
  );
  return {
    ...{ kind: "request", view: "call", verb: "run", resource: "pod" },
    ...(image === undefined ? {} : { image }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
  };
};

/** “With image nginx:1.27”; of “with a shell” it is none. */
const imageIn = (rest: string): string | undefined => {
  const said = firstOf(saidImage.exec(rest));
  return said === undefined || /^(?:an?|the|my|some|it|in|for|to)$/iu.test(said) ? undefined : said;
};

const firstOf = (found: RegExpExecArray | null): string | undefined =>
  Object.values(found?.groups ?? {}).find((group) => group !== undefined);

/** Where it is to run, read as the place of any list; what it is for says nothing of that. */
const placeIn = (text: string, situation: Situation): RequestFields => {
  const where = text.replace(purpose, " ").trim();
  if (where === "") return {};
  return readNarrowed(situation.language === "zh" ? `查看${where}的 pod` : `show pods ${where}`, situation);
};
