import type { Called } from "./called.ts";

type Looked = {
  /** All that the person was told. */
  readonly told: readonly string[];
  readonly called: readonly Called[];
  /** What the person has said, and where the conversation began. */
  readonly said: readonly string[];
};

/**
 * Other clusters than those of the conversation that were looked into without a word: the person named none of them, nor
 * does the answer. In which of them a thing is may be looked up: for that, what there is of several kinds is listed.
 */
export const strayReads = ({ told, called, said }: Looked): readonly string[] => {
  const heard = said.join("\n").toLowerCase();
  const answered = told.join("\n");
  const clusters = new Set(called.flatMap(({ args }) => args.get("cluster") ?? []));
  const isSearched = (cluster: string) => {
    const looks = called.filter(({ args }) => args.get("cluster") === cluster);
    return looks.every(({ verb }) => verb === "list") && looks.some(({ resource }) => resource !== "secret");
  };
  return [...clusters]
    .filter(
      (cluster) =>
        !isSearched(cluster) && !answered.includes(cluster) && !partsOf(cluster).some((part) => heard.includes(part)),
    )
    .map((cluster) => `cluster ${cluster} was looked into, which nobody asked for and nobody was told`);
};

/** People say “prod” of prod-cluster. */
const partsOf = (cluster: string): readonly string[] =>
  cluster
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((part) => part.length > 2 && part !== "cluster");
