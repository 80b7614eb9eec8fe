/** Words with a hyphen that are language and not the name of anything. */
const ordinaryWords = new Set(
  (
    "read-only up-to-date not-found re-run re-read non-zero built-in well-known follow-up one-off day-to-day " +
    "so-called real-time in-memory e-mail out-of-memory host-only multi-container single-node cluster-wide " +
    "namespace-wide node-level health-check k8s-copilot kubernetes-mcp-server " +
    // Words of kubectl itself, in the commands that answers show.
    "can-i port-forward api-resources api-versions cluster-info set-context use-context get-contexts current-context docker-registry " +
    // Words of kubectl for a probe.
    "http-get https-get tcp-socket"
  ).split(" "),
);

/** A name as Kubernetes writes it, with at least one hyphen or a digit after letters; an address; an image with its tag. */
const nameShape = /(?<![\w/.-])[a-z0-9]+(?:[-.][a-z0-9]+)*-[a-z0-9]+(?:[-.][a-z0-9]+)*(?:…)?(?![\w-])/g;
const addressShape = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;

/**
 * Names and addresses in an answer that stand in nothing that was read or said. Flags of kubectl (`--all-namespaces`)
 * and placeholders (`<pod-name>`) are no names, what may be asked “for example” is no fact, how a word was read
 * is told as just that, and so is a name that a model may have made up.
 */
export const inventedNames = (answer: string, sources: readonly string[]): readonly string[] => {
  const known = sources
    .flatMap((source) => [source, source.replace(/[^\S\n]+/g, "-")])
    .join("\n")
    .toLowerCase();
  const text = answer
    .replace(/[（(](?:for example|such as|例如|比如)[^）)]*[）)]/gi, " ")
    .replace(/(?:for example|e\.g\.|例如|比如)\s*“[^”]*”(?:\s*(?:or|或)\s*“[^”]*”)*/gi, " ")
    .replace(/\S+ \(a name that no result has\)|\S+?（结果里没有这个名字）/g, " ")
    .replace(/“[^”]*”按“[^”]*”理解|Read “[^”]*” as “[^”]*”/g, " ")
    .replace(/(?<!\w)--?[a-z][a-z-]*/g, " ")
    .replace(/<[^>\n]*>/g, " ")
    .replace(/[a-z]+\//g, " ");
  const names = [...text.matchAll(nameShape)].map(([name]) => name.replace(/…$/, ""));
  const addresses = [...text.matchAll(addressShape)].map(([address]) => address);
  const doubtful = [...names.filter((name) => !ordinaryWords.has(name) && !isAmount(name)), ...addresses];
  return [...new Set(doubtful)].filter((each) => !known.includes(each));
};

/** Dates and spans: `2026-11-26`, `5-10`, `2-3d`. */
const isAmount = (word: string): boolean => /^[\d.:-]+[a-z]{0,3}$/.test(word);
