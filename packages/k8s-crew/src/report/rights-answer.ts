import type { Rights } from "../language/types.ts";
import type { Language } from "../output/output.ts";
import { allowing, type Grant, isSubject, type Rule, ruleText, type Subject, type Wanted } from "../results/rights.ts";
import { bracketed } from "../words/fill.ts";
import { sayRights } from "../words/rights-words.ts";
import { formatTable } from "./table.ts";

/** What was read: bindings, and the rules of roles by `ClusterRole/view` or `Role/web/reader`. */
export type Granted = { readonly grants: readonly Grant[]; readonly rules: ReadonlyMap<string, readonly Rule[]> };

export type RightsAsked = {
  readonly rights: Rights;
  /** What the API server calls the kind: `pods`. */
  readonly things: string;
  readonly namespace: string | undefined;
  readonly language: Language;
  readonly width: number;
  readonly command: string;
};

export const roleKey = ({ role, namespace }: Grant): string =>
  role.kind === "Role" ? `Role/${namespace ?? ""}/${role.name}` : `ClusterRole/${role.name}`;

/** Grants that concern what is asked: of the account, of the role; those of the cluster's own parts only where named. */
export const concerned = (grants: readonly Grant[], { ask, subject, role, binding }: Rights): readonly Grant[] => {
  if (ask === "holders") {
    const exact = grants.filter((grant) => grant.role.name === role);
    return exact.length > 0 ? exact : grants.filter((grant) => grant.role.name.includes(role ?? ""));
  }
  if (ask === "binding") return bindingsCalled(grants, binding ?? "");
  if (ask === "who") return grants.filter(({ subjects }) => subjects.some((each) => !isOwn(each)));
  const matching = (how: "exact" | "part") =>
    grants.filter(({ subjects }) => subjects.some((each) => isSubject(each, subject ?? "") === how));
  const [exact, part] = [matching("exact"), matching("part")];
  if (exact.length > 0 || part.length > 0) return exact.length > 0 ? exact : part;
  // What was taken for an account may be what gives it its role.
  return grants.filter((grant) => grant.binding === subject);
};

const bindingsCalled = (grants: readonly Grant[], said: string): readonly Grant[] => {
  const exact = grants.filter((grant) => grant.binding === said);
  return exact.length > 0 ? exact : grants.filter((grant) => grant.binding.includes(said));
};

/** The names that are meant: that very one, else those that have it as a part. */
export const rolesCalled = (names: readonly string[], said: string): ReadonlySet<string> =>
  new Set(names.includes(said) ? [said] : names.filter((name) => said !== "" && name.includes(said)));

/** Parts of the cluster itself: nobody asks who they are. */
const isOwn = ({ kind, name, namespace }: Subject): boolean =>
  (name.startsWith("system:") && name !== "system:masters" && !name.startsWith("system:authenticated")) ||
  (kind === "ServiceAccount" && namespace === "kube-system");

/** What somebody may do, who may, or who has a role, as the bindings and the rules of their roles say. */
export function rightsAnswer(granted: Granted, asked: RightsAsked): string {
  const count = granted.grants.filter(({ mute }) => mute === true).length;
  const told = { ...granted, grants: granted.grants.filter(({ mute }) => mute !== true) };
  const isNamed = asked.rights.ask === "binding" && told.grants.some(({ binding }) => binding === asked.rights.binding);
  return join([
    answerOf(told, asked),
    count === 0 || isNamed || asked.rights.ask === "rules" ? "" : sayRights(asked.language, "mute", { count }),
  ]);
}

function answerOf(granted: Granted, asked: RightsAsked): string {
  const { ask } = asked.rights;
  if (ask === "rules") return rulesAnswer(granted, asked);
  const own = concerned(granted.grants, asked.rights);
  if (ask === "holders") return holders(own, asked);
  if (ask === "who") return whoMay(own, granted, asked);
  const { language, rights, command } = asked;
  if (own.some(({ binding }) => binding === (rights.binding ?? rights.subject)) || ask === "binding")
    return bindingAnswer(own, granted, asked);
  if (own.length === 0)
    return join([sayRights(language, "noGrant", { subject: rights.subject ?? "" }), computed(language, command)]);
  return ask === "may" ? mayIt(own, granted, asked) : allOf(own, granted, asked);
}

const join = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");

const computed = (language: Language, command: string): string =>
  command === "" ? "" : sayRights(language, "computed", { command });

const wantedOf = ({ rights, things }: RightsAsked): Wanted => ({
  verbs: rights.verbs ?? [],
  resource: things,
  ...(rights.subresource === undefined ? {} : { subresource: rights.subresource }),
});

const doingOf = (asked: RightsAsked): string => {
  const { verbs, resource, subresource } = wantedOf(asked);
  const what = subresource === undefined ? resource : `${resource}/${subresource}`;
  return sayRights(asked.language, "doing", { verbs: verbs.join("/"), what });
};

const whereOf = ({ namespace, language }: RightsAsked): string =>
  namespace === undefined ? sayRights(language, "anywhere") : sayRights(language, "inNamespace", { namespace });

/** Whether a grant reaches the namespace that is asked about. */
const reaches = (grant: Grant, { namespace }: RightsAsked): boolean =>
  grant.namespace === undefined || namespace === undefined || grant.namespace === namespace;

function mayIt(own: readonly Grant[], granted: Granted, asked: RightsAsked): string {
  const { language, rights, command } = asked;
  const found = own
    .filter((grant) => reaches(grant, asked))
    .map((grant) => ({ grant, rule: allowing(granted.rules.get(roleKey(grant)) ?? [], wantedOf(asked)) }))
    .filter((each): each is { grant: Grant; rule: Rule } => each.rule !== undefined);
  const subject = subjectsText(own, rights.subject ?? "");
  const [first] = found;
  if (first === undefined)
    return join([
      sayRights(language, "no", { subject, doing: doingOf(asked), where: whereOf(asked) }),
      grantTable(own, granted, asked),
      unread(own, granted, language),
      computed(language, command),
    ]);
  const { grant, rule } = first;
  const where =
    grant.namespace === undefined
      ? sayRights(language, "everywhere")
      : sayRights(language, "inNamespace", { namespace: grant.namespace });
  const only = rule.names.length === 0 ? "" : sayRights(language, "namesOnly", { names: rule.names.join(", ") });
  return join([
    `${sayRights(language, "yes", { subject: subjectsText([grant], rights.subject ?? ""), doing: doingOf(asked), where })}${only}`,
    sayRights(language, "because", { binding: bindingText(grant), role: roleText(grant), rule: ruleText(rule) }),
    computed(language, command),
  ]);
}

function allOf(own: readonly Grant[], granted: Granted, asked: RightsAsked): string {
  const { language, rights, command } = asked;
  const subject = subjectsText(own, rights.subject ?? "");
  return join([
    sayRights(language, "given", { subject }),
    grantTable(own, granted, asked),
    unread(own, granted, language),
    computed(language, command),
  ]);
}

function whoMay(own: readonly Grant[], granted: Granted, asked: RightsAsked): string {
  const { language, command } = asked;
  const able = own.filter(
    (grant) =>
      reaches(grant, asked) && allowing(granted.rules.get(roleKey(grant)) ?? [], wantedOf(asked)) !== undefined,
  );
  const slots = { doing: doingOf(asked), where: whereOf(asked) };
  const head = sayRights(language, able.length === 0 ? "nobody" : "who", slots);
  const missing = unread(
    own.filter((grant) => reaches(grant, asked)),
    granted,
    language,
  );
  return join([head, able.length === 0 ? "" : holderTable(able, asked), missing, computed(language, command)]);
}

/** What a role allows, rule by rule. */
function rulesAnswer({ rules }: Granted, { language, rights: { role = "" }, namespace, width }: RightsAsked): string {
  const roles = [...rules].map(([key, own]) => ({ ...roleOfKey(key), own }));
  const called = rolesCalled(
    roles.map(({ name }) => name),
    role,
  );
  const meant = roles.filter((each) => called.has(each.name) && (namespace ?? each.namespace) === each.namespace);
  const found = meant.length > 0 ? meant : roles.filter(({ name }) => called.has(name));
  if (found.length === 0) return sayRights(language, "noRole", { role });
  return found
    .slice(0, mostRoles)
    .map(({ kind, name, namespace: place, own }) => {
      const slots = {
        role: `${kind} ${name}`,
        where: place === undefined ? "" : bracketed(language, sayRights(language, "inNamespace", { namespace: place })),
      };
      if (own.length === 0) return sayRights(language, "allowsNothing", slots);
      const rows = own.map(ruleCells);
      const columns = ruleColumns.filter(({ key }) => key !== "names" || rows.some(({ names }) => names !== ""));
      const table = formatTable({ columns, rows, width });
      const short = own.length <= mostRulesSaid ? own.map(ruleText).join("; ") : "";
      return [sayRights(language, short === "" ? "allowsThese" : "allows", { ...slots, rules: short }), "", table].join(
        "\n",
      );
    })
    .join("\n\n");
}

/** Roles of one name that are told in full, and rules that a sentence holds. */
const mostRoles = 3;
const mostRulesSaid = 3;

const roleOfKey = (key: string) => {
  const [kind = "", ...path] = key.split("/");
  return kind === "Role"
    ? { kind, namespace: path[0] || undefined, name: path.slice(1).join("/") }
    : { kind, namespace: undefined, name: path.join("/") };
};

const ruleColumns = [
  { key: "resources", title: "RESOURCES", shrink: "end" as const },
  { key: "names", title: "ONLY", shrink: "end" as const },
  { key: "verbs", title: "VERBS", shrink: "end" as const },
];

const ruleCells = ({ resources, names, verbs }: Rule) => ({
  resources: resources.join(", "),
  names: names.join(", "),
  verbs: verbs.join(", "),
});

/** What a binding gives, to whom, and what that allows. */
function bindingAnswer(own: readonly Grant[], granted: Granted, asked: RightsAsked): string {
  const { language, rights } = asked;
  if (own.length === 0) return sayRights(language, "noBinding", { binding: rights.binding ?? rights.subject ?? "" });
  const sentences = own.map((grant) =>
    sayRights(language, "gives", {
      binding: bindingText(grant),
      role: roleText(grant),
      subjects: grant.subjects.map(subjectText).join(", ") || "-",
    }),
  );
  return join([...sentences, grantTable(own, granted, asked), unread(own, granted, language)]);
}

function holders(own: readonly Grant[], asked: RightsAsked): string {
  const { language, rights } = asked;
  const role = rights.role ?? "";
  if (own.length === 0) return sayRights(language, "noHolders", { role });
  return join([sayRights(language, "holders", { role }), holderTable(own, asked)]);
}

/** The accounts that were meant: what was said may be a part of their names. */
const subjectsText = (own: readonly Grant[], said: string): string => {
  const names = own.flatMap(({ subjects }) =>
    subjects.filter((each) => isSubject(each, said) !== undefined).map(subjectText),
  );
  return [...new Set(names)].join(", ") || said;
};

/** How the API server calls the account that is meant, for a question to it. */
export const accountMeant = (own: readonly Grant[], said: string): string => {
  const [first] = own.flatMap(({ subjects }) => subjects.filter((each) => isSubject(each, said) !== undefined));
  if (first === undefined) return said;
  return first.kind === "ServiceAccount" ? `system:serviceaccount:${first.namespace ?? ""}:${first.name}` : first.name;
};

const subjectText = ({ kind, name, namespace }: Subject): string =>
  `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;

const bindingText = ({ binding, namespace }: Grant): string =>
  namespace === undefined ? `ClusterRoleBinding ${binding}` : `RoleBinding ${namespace}/${binding}`;

const roleText = ({ role }: Grant): string => `${role.kind || "Role"} ${role.name}`;

const placeText = ({ namespace }: Grant, language: Language): string => namespace ?? sayRights(language, "everywhere");

function grantTable(own: readonly Grant[], granted: Granted, { language, width }: RightsAsked): string {
  const rows = own.map((grant) => ({
    where: placeText(grant, language),
    role: roleText(grant),
    binding: bindingText(grant),
    rules: (granted.rules.get(roleKey(grant)) ?? []).map(ruleText).join("; ") || "?",
  }));
  const columns = [
    { key: "where", title: "WHERE" },
    { key: "role", title: "ROLE", shrink: "middle" as const },
    { key: "rules", title: "RULES", shrink: "end" as const },
    { key: "binding", title: "BINDING", shrink: "middle" as const },
  ];
  return `\n${formatTable({ columns, rows, width })}\n`;
}

function holderTable(own: readonly Grant[], { language, width }: RightsAsked): string {
  const rows = own.flatMap((grant) =>
    grant.subjects
      .filter((subject) => own.length < 2 || !isOwn(subject))
      .map((subject) => ({
        subject: subjectText(subject),
        where: placeText(grant, language),
        role: roleText(grant),
        binding: bindingText(grant),
      })),
  );
  const columns = [
    { key: "subject", title: "SUBJECT", shrink: "middle" as const },
    { key: "where", title: "WHERE" },
    { key: "role", title: "ROLE", shrink: "middle" as const },
    { key: "binding", title: "BINDING", shrink: "middle" as const },
  ];
  return `\n${formatTable({ columns, rows, width })}\n`;
}

const unread = (own: readonly Grant[], { rules }: Granted, language: Language): string => {
  const roles = [...new Set(own.filter((grant) => !rules.has(roleKey(grant))).map(roleText))];
  return roles.length === 0 ? "" : sayRights(language, "unread", { roles: roles.slice(0, 8).join(", ") });
};
