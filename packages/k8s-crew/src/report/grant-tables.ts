import type { Language } from "../output/output.ts";
import { type Grant, isSubject, ruleText, type Subject } from "../results/rights.ts";
import { sayRights } from "../words/rights-words.ts";
import { type Granted, isOwn, type RightsAsked, roleKey } from "./grants-meant.ts";
import { formatTable } from "./table.ts";

export function grantTable(own: readonly Grant[], granted: Granted, { language, width }: RightsAsked): string {
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

export function holderTable(own: readonly Grant[], { language, width }: RightsAsked): string {
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

export const unread = (own: readonly Grant[], { rules }: Granted, language: Language): string => {
  const roles = [...new Set(own.filter((grant) => !rules.has(roleKey(grant))).map(roleText))];
  return roles.length === 0 ? "" : sayRights(language, "unread", { roles: roles.slice(0, 8).join(", ") });
};

/** The accounts that were meant: what was said may be a part of their names. */
export const subjectsText = (own: readonly Grant[], said: string): string => {
  const names = own.flatMap(({ subjects }) =>
    subjects.filter((each) => isSubject(each, said) !== undefined).map(subjectText),
  );
  return [...new Set(names)].join(", ") || said;
};

export const subjectText = ({ kind, name, namespace }: Subject): string =>
  `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;

export const bindingText = ({ binding, namespace }: Grant): string =>
  namespace === undefined ? `ClusterRoleBinding ${binding}` : `RoleBinding ${namespace}/${binding}`;

export const roleText = ({ role }: Grant): string => `${role.kind || "Role"} ${role.name}`;

const placeText = ({ namespace }: Grant, language: Language): string => namespace ?? sayRights(language, "everywhere");
