import type { Language } from "../output/output.ts";
import { allowing, type Grant, type Rule, ruleText, type Wanted } from "../results/rights.ts";
import { sayRights } from "../words/rights-words.ts";
import { bindingText, grantTable, holderTable, roleText, subjectsText, subjectText, unread } from "./grant-tables.ts";
import { concerned, type Granted, type RightsAsked, roleKey } from "./grants-meant.ts";
import { rulesAnswer } from "./rules-answer.ts";

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
  const there = own.filter((grant) => reaches(grant, asked));
  if (there.length === 0) return sayRights(language, "noHolders", { role });
  const isThatOne = there.some((grant) => grant.role.name === role);
  return join([sayRights(language, isThatOne ? "holders" : "holdersLike", { role }), holderTable(there, asked)]);
}

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

const computed = (language: Language, command: string): string =>
  command === "" ? "" : sayRights(language, "computed", { command });

const join = (parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n");
