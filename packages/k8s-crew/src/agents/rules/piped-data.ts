import type { Request } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import { errorLines } from "../../report/log-excerpt.ts";
import { say } from "../../words/conversation-words.ts";

/** “Why does this fail?” beside a piped log is about the log, and so is what names nothing of a cluster. */
export const isAboutData = (request: Request): boolean =>
  request.kind === "unknown" ||
  request.kind === "empty" ||
  (request.kind === "request" &&
    request.name === undefined &&
    (ofText.includes(request.verb ?? "") || (request.verb === undefined && namesNothing(request))));

const ofText: readonly string[] = ["diagnose", "logs", "explain"];

const namesNothing = ({ resource, namespace, cluster, allClusters, allNamespaces }: Request): boolean =>
  [resource, namespace, cluster].every((said) => said === undefined) && allClusters !== true && allNamespaces !== true;

/** Lines that are shown of piped data. */
const faultLimit = 20;

/** What rules can say about piped data: the lines that speak of a fault. */
export const faultsIn = (data: string, language: Language): string => {
  const faults = errorLines(data);
  const total = data.trimEnd().split("\n").length;
  if (faults.length === 0) return say(language, "dataFine", { total });
  const shown = faults.slice(-faultLimit).map(({ number, text }) => `${number}: ${text}`);
  return [say(language, "dataFaults", { count: faults.length, total }), ...shown].join("\n");
};
