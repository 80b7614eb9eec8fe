import { z } from "zod";
import { resourceByKey } from "../catalog/resources.ts";
import { isVerb } from "../catalog/verbs.ts";
import { qualities } from "../language/quality.ts";
import { readDuration } from "../language/text/quantities.ts";
import { leftoverKinds, tellsLeftovers } from "./leftovers.ts";
import type { Playbook } from "./types.ts";

const text = z.string().trim().min(1);

/** One language is enough; the other falls back to it. */
const said = z
  .strictObject({ zh: text.optional(), en: text.optional() })
  .refine(({ zh, en }) => (zh ?? en) !== undefined, { error: "say it in zh, in en or in both" });

const phrases = z.array(text);

const resource = text.refine((key) => key === "thing" || (resourceByKey.has(key) && key !== "cluster"), {
  error: `name a kind such as ${["pod", "deployment", "node", "event", "pvc"].join(", ")}, or thing`,
});

const fields = z.strictObject({
  verb: z.custom<Playbook["steps"][number]["verb"]>(isVerb, {
    error: "name what is done: list, get, describe, logs, top, diagnose, scale, restart, …",
  }),
  resource: z.union([resource, z.array(resource).min(1).max(6)]),
  show: z.enum(qualities).exclude(["errors"]).optional(),
  leftovers: z.literal(true).optional(),
  type: text.optional(),
  when: z.literal("found").optional(),
  since: text
    .refine((value) => readDuration(value) !== undefined, { error: "write a duration such as 30m or 12h" })
    .optional(),
  tail: z.number().int().min(1).max(500).optional(),
  name: text.optional(),
  namespace: text.optional(),
  replicas: z.number().int().min(0).optional(),
  image: text.optional(),
  reason: said,
  read: said.optional(),
});

const step = fields.refine(
  ({ leftovers, resource: kinds }) => leftovers !== true || [kinds].flat().every(tellsLeftovers),
  {
    error: `leftovers can be told of ${leftoverKinds.join(", ")} only`,
    path: ["leftovers"],
  },
);

/** The format of a playbook, that of the built-in ones and that of a team's own. */
export const playbookSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: "use small letters, digits and hyphens" }),
  title: said,
  wishes: z
    .strictObject({ zh: phrases.optional(), en: phrases.optional() })
    .refine(({ zh = [], en = [] }) => zh.length + en.length > 0, { error: "give at least one phrase that calls it" }),
  about: z.enum(["place", "thing"]).default("place"),
  named: z.literal("diagnose").optional(),
  beyond: said.optional(),
  steps: z.array(step).min(1).max(12),
});
