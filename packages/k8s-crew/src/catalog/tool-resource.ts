import type { Description } from "./description.ts";
import { isPlace, resourceOfTokens } from "./resource-of.ts";
import type { Role, Verb } from "./types.ts";

/** The resource of a tool: as its name says; else any, if a parameter tells; else as its description says. */
export const resourceOfTool = ({
  tokens,
  description,
  verb,
  roles,
}: {
  readonly tokens: readonly string[];
  readonly description: Description;
  readonly verb: Verb;
  readonly roles: readonly Role[];
}): string => {
  const named = installed(resourceOfTokens(tokens, verb), verb);
  if (named !== undefined && named !== "other") return named;
  if (roles.includes("kind") || roles.includes("manifest")) return "*";
  const described = resourceOfTokens(named === "other" ? headClause(description.tokens) : description.tokens, verb);
  const isThing = described !== undefined && described !== "other" && described !== "*";
  if (isThing && !(named === "other" && isPlace(described))) return described;
  return verb === "logs" && named === undefined ? "pod" : "other";
};

/** Charts are installed, but what is upgraded or uninstalled then is a release. */
const installed = (resource: string | undefined, verb: Verb): string | undefined =>
  resource === "helmchart" && releaseVerbs.has(verb) ? "helmrelease" : resource;

const releaseVerbs: ReadonlySet<Verb> = new Set(["install", "upgrade", "uninstall", "rollback"]);

/** The words of a description up to its first preposition: what is acted on, not where or for what. */
const headClause = (tokens: readonly string[]): readonly string[] => {
  const at = tokens.findIndex((word) => /^(?:in|on|of|for|from|by|with|to|at|across|using|via|that|which)$/.test(word));
  return at < 0 ? tokens : tokens.slice(0, at);
};
