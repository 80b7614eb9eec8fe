import { z } from "zod";
import { resourceByKey } from "./resources.ts";
import { roles } from "./roles.ts";
import type { Effect, Role, Verb } from "./types.ts";
import { isVerb } from "./verbs.ts";

/** What a user corrects in one entry. Everything not given stays as it was understood. */
export type Override = {
  readonly verb?: Verb;
  readonly resource?: string;
  /** Final: neither annotations nor operations change it. */
  readonly effect?: Effect;
  readonly parameters?: { readonly [parameter: string]: { readonly role: Role; readonly of?: string } };
};

export type Overrides = { readonly [tool: string]: Override };

export type ParsedOverrides =
  | { readonly kind: "overrides"; readonly overrides: Overrides }
  /** One sentence per problem, naming the place. */
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

/** Reads the user's correction table: `{ "frobnicate_pod": { "verb": "restart", "effect": "write" } }`. */
export const parseOverrides = (value: unknown): ParsedOverrides => {
  const parsed = overridesSchema.safeParse(value ?? {});
  if (parsed.success) return { kind: "overrides", overrides: parsed.data };
  return {
    kind: "invalid",
    problems: parsed.error.issues.map(
      ({ path, message }) => `${path.map(String).join(".") || "overrides"}: ${message}`,
    ),
  };
};

const roleNames: ReadonlySet<string> = new Set([...roles.map(({ role }) => role), "name", "operation", "other"]);

const isRole = (value: unknown): value is Role => typeof value === "string" && roleNames.has(value);

const isResource = (value: string): boolean => value === "*" || value === "other" || resourceByKey.has(value);

const verb = z.custom<Verb>(isVerb, { error: "is not a verb of the catalog (list, get, restart, delete, …)" });
const role = z.custom<Role>(isRole, { error: `is not a role (${[...roleNames].join(", ")})` });
const resource = z.string().refine(isResource, { error: "is not a resource (pod, deployment, …, *, other)" });

const overridesSchema = z.record(
  z.string(),
  z.strictObject({
    verb: verb.exactOptional(),
    resource: resource.exactOptional(),
    effect: z.enum(["read", "write", "destructive"]).exactOptional(),
    parameters: z.record(z.string(), z.strictObject({ role, of: resource.exactOptional() })).exactOptional(),
  }),
);
