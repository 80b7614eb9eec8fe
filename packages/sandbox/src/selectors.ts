import type { Kind } from "./kinds.ts";
import { isFields, type KubernetesObject, listAt, recordAt, textAt, textsAt } from "./objects.ts";

/** A test of an object, or the API server's words on why the selector cannot be read. */
export type Selector = { readonly matches: (object: KubernetesObject) => boolean } | { readonly error: string };

type Labels = Readonly<Record<string, unknown>>;
type Requirement = (labels: Labels) => boolean;

/** Reads `app=web,tier!=db,env in (dev,qa),!legacy`; an empty selector takes everything. */
export function parseLabelSelector(text: string): Selector {
  const requirements: Requirement[] = [];
  for (const term of splitTerms(text)) {
    const requirement = parseRequirement(term);
    if (requirement === undefined) {
      return { error: `unable to parse requirement: found '${term}', expected: a key, an operator and its values` };
    }
    requirements.push(requirement);
  }
  return { matches: (object) => requirements.every((holds) => holds(object.metadata.labels ?? {})) };
}

/** Reads `status.phase=Running,metadata.name!=x`; each kind knows only some fields, as on a real API server. */
export function parseFieldSelector(text: string, kind: Kind): Selector {
  const tests: ((object: KubernetesObject) => boolean)[] = [];
  for (const term of text.split(",").filter((part) => part.trim() !== "")) {
    const [, field, operator, value] = /^\s*([\w.]+)\s*(==|!=|=)(.*)$/.exec(term) ?? [];
    if (field === undefined || value === undefined) {
      return { error: `invalid selector: '${term}'; can't understand '${term}'` };
    }
    if (!isSelectable(field, kind)) return { error: unknownField(field, kind) };
    tests.push((object) => (textAt(object, field) === value) !== (operator === "!="));
  }
  return { matches: (object) => tests.every((holds) => holds(object)) };
}

/** Whether labels satisfy a selector object (`matchLabels` and `matchExpressions`); an empty one takes everything. */
export function matchesSelectorObject(selector: unknown, labels: Labels): boolean {
  const pairs = Object.entries(recordAt(selector, "matchLabels"));
  return (
    isFields(selector) &&
    pairs.every(([key, value]) => labels[key] === value) &&
    listAt(selector, "matchExpressions").every((expression) => {
      const values = textsAt(expression, "values");
      return operators[textAt(expression, "operator")]?.(labels, textAt(expression, "key"), values) ?? false;
    })
  );
}

const operators: Readonly<Record<string, (labels: Labels, key: string, values: readonly string[]) => boolean>> = {
  In: (labels, key, values) => values.includes(String(labels[key] ?? "")) && key in labels,
  NotIn: (labels, key, values) => !(key in labels) || !values.includes(String(labels[key])),
  Exists: (labels, key) => key in labels,
  DoesNotExist: (labels, key) => !(key in labels),
};

function isSelectable(field: string, kind: Kind): boolean {
  if (field === "metadata.name") return true;
  return field === "metadata.namespace" ? kind.namespaced : kind.selectableFields.includes(field);
}

/** Kinds with fields of their own say it otherwise than those that know only name and namespace. */
function unknownField(field: string, { kind, selectableFields }: Kind): string {
  if (kind === "Job") return `field label "${field}" not supported for batchv1.Job`;
  return selectableFields.length > 0
    ? `field label not supported: ${field}`
    : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`;
}

/** Splits at commas outside parentheses. */
function splitTerms(text: string): string[] {
  return (text.match(/(?:[^,(]|\([^)]*\)?)+/g) ?? []).map((term) => term.trim()).filter((term) => term !== "");
}

function parseRequirement(term: string): Requirement | undefined {
  const key = "[\\w./-]+";
  const [, absent] = new RegExp(`^!\\s*(${key})$`).exec(term) ?? [];
  if (absent !== undefined) return (labels) => !(absent in labels);
  const [, present] = new RegExp(`^(${key})$`).exec(term) ?? [];
  if (present !== undefined) return (labels) => present in labels;
  const [, name, operator, value] = new RegExp(`^(${key})\\s*(==|!=|=)\\s*([\\w.-]*)$`).exec(term) ?? [];
  if (name !== undefined) return (labels) => (labels[name] === value) !== (operator === "!=");
  const [, member, negation, list] = new RegExp(`^(${key})\\s+(in|notin)\\s*\\(([^)]*)\\)$`).exec(term) ?? [];
  if (member === undefined || list === undefined) return undefined;
  const values = list.split(",").map((item) => item.trim());
  return (labels) => operators[negation === "in" ? "In" : "NotIn"]?.(labels, member, values) ?? false;
}
