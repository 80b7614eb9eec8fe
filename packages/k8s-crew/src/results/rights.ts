import { isApiObject } from "./rows.ts";
import type { Row } from "./types.ts";
import { at, listAt, textAt } from "./values.ts";

/** Somebody that a binding names: `ServiceAccount web/bot`, `User tess`, `Group ops`. */
export type Subject = { readonly kind: string; readonly name: string; readonly namespace: string | undefined };

/** A role that is given to somebody. `namespace`: only there; undefined everywhere. */
export type Grant = {
  readonly binding: string;
  /** What it gives was not read. */
  readonly mute?: true;
  readonly namespace: string | undefined;
  readonly role: { readonly kind: string; readonly name: string };
  readonly subjects: readonly Subject[];
};

export type Rule = {
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly names: readonly string[];
};

/** What a binding gives and to whom, from its object or from the columns that lists have for it. */
export const grantOf = (row: Row, kind: "rolebinding" | "clusterrolebinding"): Grant => {
  const { object, fields, name, namespace } = row;
  const role = isApiObject(object)
    ? { kind: textAt(object, "roleRef", "kind"), name: textAt(object, "roleRef", "name") }
    : roleIn(fields.role ?? "");
  const subjects = isApiObject(object) ? listAt(object, "subjects").map(subjectOf) : subjectsIn(fields);
  const mute = isMute(row) ? { mute: true as const } : {};
  return { binding: name, namespace: kind === "rolebinding" ? namespace : undefined, role, subjects, ...mute };
};

/** A binding of which no more was read than its name. */
export const isMute = ({ object, fields }: Row): boolean => !isApiObject(object) && fields.role === undefined;

const roleIn = (cell: string) => {
  const [kind = "", name = ""] = cell.split("/", 2);
  return name === "" ? { kind: "", name: kind } : { kind, name };
};

const subjectOf = (subject: unknown): Subject => ({
  kind: textAt(subject, "kind"),
  name: textAt(subject, "name"),
  namespace: textAt(subject, "namespace") || undefined,
});

const subjectsIn = (fields: Row["fields"]): readonly Subject[] => {
  const cells = (key: string) =>
    (fields[key] ?? "").split(/[,\s]+/u).filter((cell) => cell !== "" && cell !== "<none>");
  const accounts = cells("serviceaccounts").map((cell) => {
    const [namespace = "", name = ""] = cell.split("/", 2);
    return { kind: "ServiceAccount", name: name || namespace, namespace: name === "" ? undefined : namespace };
  });
  const named = (kind: string, key: string) => cells(key).map((name) => ({ kind, name, namespace: undefined }));
  return [...accounts, ...named("User", "users"), ...named("Group", "groups")];
};

/** The rules of a role; undefined where the row does not tell them. */
export const rulesOf = ({ object }: Row): readonly Rule[] | undefined => {
  if (!isApiObject(object)) return undefined;
  const texts = (rule: unknown, key: string) =>
    listAt(rule, key).flatMap((each) => (typeof each === "string" ? [each] : []));
  return (Array.isArray(at(object, "rules")) ? listAt(object, "rules") : []).map((rule) => ({
    resources: [...texts(rule, "resources"), ...texts(rule, "nonResourceURLs")],
    verbs: texts(rule, "verbs"),
    names: texts(rule, "resourceNames"),
  }));
};

/** What an account is called in full, or a part of it; a service account also as the API server writes it. */
export const isSubject = ({ kind, name, namespace }: Subject, said: string): "exact" | "part" | undefined => {
  const lower = said.toLowerCase();
  const full = `system:serviceaccount:${namespace ?? ""}:${name}`;
  const isAccount = kind === "ServiceAccount" && [full, `${namespace ?? ""}/${name}`].includes(lower);
  if (name.toLowerCase() === lower || isAccount) return "exact";
  return name.toLowerCase().includes(lower) ? "part" : undefined;
};

export type Wanted = { readonly verbs: readonly string[]; readonly resource: string; readonly subresource?: string };

/** The first of the rules that allows what is wanted. */
export const allowing = (rules: readonly Rule[], { verbs, resource, subresource }: Wanted): Rule | undefined => {
  const what = subresource === undefined ? resource : `${resource}/${subresource}`;
  const covers = (each: string) =>
    each === "*" || each === what || (subresource !== undefined && each === `*/${subresource}`);
  return rules.find(
    (rule) => rule.resources.some(covers) && rule.verbs.some((verb) => verb === "*" || verbs.includes(verb)),
  );
};

/** `pods, pods/log: get, list`. */
export const ruleText = ({ resources, verbs, names }: Rule): string =>
  `${resources.join(", ")}${names.length === 0 ? "" : ` [${names.join(", ")}]`}: ${verbs.join(", ")}`;
