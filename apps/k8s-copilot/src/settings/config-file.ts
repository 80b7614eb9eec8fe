import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { nearest } from "../nearest.ts";
import { type Attempt, causeOf, failed, ok } from "../problem.ts";
import type { Say } from "../words.ts";
import { type CacheSettings, readCacheRules } from "./cache-rules.ts";

/** `steps`: calls to the server after which the model is asked no further; `calls`: of the model. */
const limits = z.strictObject({
  steps: z.int().positive().optional(),
  calls: z.int().positive().optional(),
  tokens: z.int().positive().optional(),
  seconds: z.number().positive().optional(),
  usd: z.number().positive().optional(),
});

/**
 * The user's config file. `mcpServers` is the record that other MCP clients use, as JSON or YAML; what stands in it is
 * read by the MCP connection. `catalog` corrects how tools are understood, by tool name.
 */
const configSchema = z.strictObject({
  mcpServers: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  language: z.enum(["zh", "en", "auto"]).optional(),
  context: z.string().min(1).optional(),
  namespace: z.string().min(1).optional(),
  plain: z.boolean().optional(),
  catalog: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  trustedServers: z.array(z.string()).optional(),
  /** How long results are kept, in place of what comes with it: `[{ resource: pod, ttl: 5s }]`. */
  cache: z.array(z.record(z.string(), z.unknown())).optional(),
  /** A folder of the team's own playbooks; a relative path counts from this file. */
  playbooks: z.string().min(1).optional(),
  /** Whether the plan for a vague wish is asked about. */
  confirmPlans: z.boolean().optional(),
  /** Models that are asked in this order when the first one fails. */
  models: z.array(z.string().min(1)).optional(),
  /** What the model may use in one turn and in one conversation; then the built-in rules take over. */
  budget: z.strictObject({ turn: limits.optional(), session: limits.optional() }).optional(),
  /** Seconds that one reply of the model may take before the built-in rules take the turn. */
  modelTimeoutSeconds: z.number().positive().optional(),
  /** Whether conversations are kept, how many days, and how many. */
  sessions: z
    .strictObject({
      keep: z.boolean().optional(),
      days: z.int().positive().optional(),
      count: z.int().positive().optional(),
    })
    .optional(),
});

export type Config = Omit<z.infer<typeof configSchema>, "cache"> & { readonly cache?: CacheSettings };

type At = { readonly file: string; readonly say: Say };

export const parseConfigFile = (text: string, at: At): Attempt<Config> => {
  const { file, say } = at;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    return failed("settings_yaml", say("yamlBroken", { file, line, cause: error.message }), say("yamlRemedy"));
  }
  const content = contentOf(document);
  if (content.kind === "problem")
    return failed(
      "settings_yaml",
      say("yamlBroken", { file, line: 1, cause: content.problem.message }),
      say("yamlRemedy"),
    );
  const checked = configSchema.safeParse(content.value ?? {});
  const lineAt = (path: readonly PropertyKey[]) => lineOf(document, lines, path);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return issue === undefined ? ok({}) : describeIssue(issue, at, lineAt);
  }
  const { cache, ...config } = checked.data;
  if (cache === undefined) return ok(config);
  const rules = readCacheRules(cache, { ...at, lineAt });
  return rules.kind === "problem" ? rules : ok({ ...config, cache: rules.value });
};

const contentOf = (document: Document): Attempt<unknown> => {
  try {
    return ok(document.toJS());
  } catch (thrown) {
    return failed("settings_yaml", causeOf(thrown), "");
  }
};

const describeIssue = (
  issue: z.core.$ZodIssue,
  { file, say }: At,
  lineAt: (path: readonly PropertyKey[]) => number,
): Attempt<Config> => {
  const known = Object.keys(configSchema.shape);
  const remedy = say("configRemedy", { keys: known.join(", ") });
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    const meant = nearest(key, known);
    const hint = meant === undefined ? "" : say("didYouMean", { suggestion: meant });
    const line = lineAt([...issue.path, key]);
    return failed("settings_config_key", say("configUnknownKey", { file, line, key }) + hint, remedy);
  }
  const values = {
    file,
    line: lineAt(issue.path),
    key: issue.path.map(String).join(".") || file,
    cause: issue.message,
  };
  return failed("settings_config_value", say("configBadValue", values), remedy);
};

/** Line of the innermost part of the path that is there. */
const lineOf = (document: Document, lines: LineCounter, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
};
