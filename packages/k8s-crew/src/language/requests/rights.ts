import type { Verb } from "../../catalog/types.ts";
import {
  type ActionRow,
  accountWords,
  actions,
  allRights,
  boundTo,
  mayOne,
  roleHolders,
  speaksOfRights,
  whoAmI,
  wholeAdmin,
  whoMay,
} from "../lexicon/access-actions.ts";
import { givenByBinding, roleCalled, rulesOfRole } from "../lexicon/roles.ts";
import { clusterOf } from "../sentence/places.ts";
import { keysIn } from "../sentence/spoken-of.ts";
import { literally } from "../text/pattern.ts";
import { isGrammar, readPieces } from "../text/phrases.ts";
import type { RequestContext, RequestFields, Rights } from "../types.ts";

/**
 * What is asked of rights that were given to somebody: whether a named account may do something, who may, all that one
 * may, or who has a role. Undefined for what the person themselves may do, which only the API server knows.
 */
export const readRights = (text: string, context: RequestContext): RequestFields | undefined => {
  if (text.length > longest) return undefined;
  if (whoAmI.test(text))
    return {
      kind: "request",
      view: "call",
      verb: "get",
      resource: "rolebinding",
      access: "self",
      rights: { ask: "self" },
    };
  const asked = ofRole(text) ?? ofBinding(text) ?? canI(text) ?? askedIn(text, context);
  if (asked === undefined) return undefined;
  const { ask, ...rest } = asked.rights;
  const place = placeIn(text, context, [asked.rights.subject, asked.rights.role, asked.rights.binding]);
  return {
    kind: "request",
    view: "call",
    verb: verbOf(asked.rights),
    resource: asked.resource,
    access: accessOf[ask],
    rights: { ask, ...rest },
    ...nameOf(asked.rights),
    ...place,
    ...asked.place,
  };
};

const longest = 300;

const accessOf: Readonly<Record<Rights["ask"], NonNullable<RequestFields["access"]>>> = {
  holders: "role",
  may: "account",
  who: "who",
  list: "list",
  self: "self",
  rules: "role",
  binding: "role",
};

/** What a role allows. The kind is said, or either may have the name. */
const ofRole = (text: string): Read | undefined => {
  const { kind, name } = groupsIn(text, rulesOfRole);
  if (name === undefined) return undefined;
  return { rights: { ask: "rules", role: name }, resource: /cluster/iu.test(kind ?? "") ? "clusterrole" : "role" };
};

const ofBinding = (text: string): Read | undefined => {
  const { kind, name } = groupsIn(text, givenByBinding);
  if (name === undefined || /^kubectl\b/iu.test(text)) return undefined;
  const resource = /cluster/iu.test(kind ?? "") ? "clusterrolebinding" : "rolebinding";
  return { rights: { ask: "binding", binding: name }, resource };
};

const groupsIn = (text: string, patterns: readonly RegExp[]): Readonly<Record<string, string | undefined>> =>
  patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined) ?? {};

const nameOf = ({ role, subject, binding }: Rights): Pick<RequestFields, "name"> => {
  const name = role ?? subject ?? binding;
  return name === undefined ? {} : { name };
};

/** What the person would do, in the words of the house. */
const verbOf = ({ verbs = [], subresource }: Rights): Verb => {
  if (subresource === "exec") return "exec";
  if (subresource === "log") return "logs";
  return verbsOfHouse.find((verb) => verb === verbs[0]) ?? "get";
};

const verbsOfHouse: readonly Verb[] = ["list", "create", "delete", "patch", "update"];

type Read = { readonly rights: Rights; readonly resource: string; readonly place?: { readonly namespace?: string } };

/** `kubectl auth can-i get secrets -n web --as system:serviceaccount:web:bot`. */
const canI = (text: string): Read | undefined => {
  const command = /^kubectl auth can-i\b(?<rest>.*)$/iu.exec(text)?.groups?.rest;
  const subject = /--as[= ](?<subject>\S+)/iu.exec(command ?? "")?.groups?.subject;
  if (command === undefined || subject === undefined) return undefined;
  const namespace = /(?:-n|--namespace)[= ](?<name>\S+)/iu.exec(command)?.groups?.name;
  const place = namespace === undefined ? {} : { namespace };
  if (/--list\b/u.test(command)) return { rights: { ask: "list", subject }, resource: "rolebinding", place };
  const [verb = "get", kind = "pods"] = command.trim().split(/\s+/u);
  const [what = "", subresource] = kind.split("/");
  const resource = keysIn(readPieces(what))[0];
  if (resource === undefined) return undefined;
  const sub = subresource === undefined ? {} : { subresource };
  return { rights: { ask: "may", subject, verbs: [verb.toLowerCase()], ...sub }, resource, place };
};

const askedIn = (text: string, context: RequestContext): Read | undefined => {
  const named = namesIn(text, context);
  const admin = wholeAdmin.test(text);
  const held = roleHeld(text, named);
  if (held !== undefined) return { rights: { ask: "holders", role: held }, resource: "clusterrolebinding" };
  const kinds = keysIn(readPieces(text.replace(accountWords, " "))).filter((key) => !places.includes(key));
  const thing = kinds.find((key) => !rbac.includes(key));
  const action = actionIn(withoutNames(text, context), thing);
  // Services that are restarted are what people run.
  const kind = thing === undefined || (thing === "service" && action?.kind !== undefined) ? action?.kind : thing;
  if (whoMay.some((cue) => cue.test(text)) && action !== undefined && kind !== undefined)
    return { rights: { ask: "who", ...whatOf(action) }, resource: kind };
  const subject = subjectIn(text, named);
  if (subject === undefined || me.test(text)) return undefined;
  const spoken = withoutNames(text, context, subject);
  const asksAll =
    !kinds.some((key) => key.endsWith("binding")) &&
    allRights.some((cue) => cue.test(text)) &&
    !(kinds.length > 0 && kinds.some((key) => !rbac.includes(key)));
  if (asksAll || (admin && action === undefined)) return { rights: { ask: "list", subject }, resource: "rolebinding" };
  const may = action !== undefined && kind !== undefined && mayBeAsked(spoken, subject, action);
  return may && standsBefore(spoken, subject, action)
    ? { rights: { ask: "may", subject, ...whatOf(action) }, resource: kind }
    : undefined;
};

/** The role whose holders are asked for. Who is an admin, without a word for a role, is asked of the whole cluster. */
const roleHeld = (text: string, named: readonly string[]): string | undefined => {
  const stored = /\b(?:claims?|pvcs?|pvs?|volumes?)\b|卷|存储/iu.test(text);
  if (stored || !roleHolders.some((cue) => cue.test(text))) return undefined;
  const called = groupsIn(text, roleCalled).name ?? boundTo.exec(text)?.groups?.role;
  if (called !== undefined && !isAdministrator.test(called)) return called;
  return wholeAdmin.test(text) ? "cluster-admin" : named[0];
};

/** What people call whoever may do everything, which is not how the role is called. */
const isAdministrator = /^(?:cluster[\s-]?admins?|admins|administrators?|superusers?)$/iu;

const places: readonly string[] = ["cluster", "namespace"];
const rbac: readonly string[] = ["role", "clusterrole", "rolebinding", "clusterrolebinding", "serviceaccount"];

/** What the person may do themselves. */
const me = /\b(?:i|we)\b|(?<![帮给替])我(?!看)/iu;

const whatOf = ({ verbs, subresource }: ActionRow): Pick<Rights, "verbs" | "subresource"> => ({
  verbs,
  ...(subresource === undefined ? {} : { subresource }),
});

const actionIn = (text: string, kind: string | undefined): ActionRow | undefined =>
  actions.find(({ words, only }) => words.test(text) && (only === undefined || only.includes(kind ?? "")));

/** The text with what is called something blotted out, so that “edit-service” edits nothing; `kept` stays. */
const withoutNames = (text: string, { namespaces = [] }: RequestContext, kept?: string): string =>
  text.replace(/[A-Za-z0-9][\w.-]*/gu, (word) => {
    const isName = namespaces.includes(word) || (/\w-\w/u.test(word) && !actionWithHyphen.test(word));
    return isName && word !== kept ? "@".repeat(word.length) : word;
  });

const actionWithHyphen = /^(?:port-forward\w*|roll-?back|re-\w+|log-in|spin-up|can-i|cluster-\w+|service-accounts?)$/iu;

/** Words that are no words of the tables, nor names of places. */
const namesIn = (text: string, { clusters = [], namespaces = [] }: RequestContext): readonly string[] => {
  const known = new Set(
    readPieces(text).flatMap(({ text: said, meaning }) =>
      meaning.is === "word" ? [] : said.toLowerCase().split(/\s+/u),
    ),
  );
  return (text.match(/[A-Za-z0-9][\w.@:-]*\w/gu) ?? []).filter(
    (word) =>
      !known.has(word.toLowerCase()) &&
      !namespaces.includes(word) &&
      clusterOf(word, clusters) === undefined &&
      !notAccounts.test(word) &&
      !isPlaced(text, word),
  );
};

/** “In web”, “web 里”: where, whatever it is called. */
const isPlaced = (text: string, word: string): boolean =>
  new RegExp(
    String.raw`\b(?:in|within|inside|namespace|ns) (?:the )?${literally(word)}(?![\w.@:-])|(?<![\w.@:-])${literally(word)}\s*(?:里|下|中|命名空间|namespace|ns\b)`,
    "iu",
  ).test(text);

const notAccounts =
  /^(?:the|an?|this|that|these|those|can|could|may|might|would|will|does|do|did|has|have|had|should|shall|rolling|you|it|they|he|she|what|which|who|is|are|kubectl|auth|superusers?|can-i|can'?t|cannot|couldn'?t|doesn'?t|who'?s|what'?s|whats|whos|besides?|forbidden|denied|allowed|permitted|able|why|would|when|creating|deleting|reading|editing|listing|patching|exec|into|anybody|anyone|everybody|everyone|pls|please|rights?|rbac|permissions?|privileges?|authorized|bindings?|lets?|allows?|grants?|gives?|cluster-?wide|wide|admin|admins|cluster-admin|allowed|restart|deploys?|403|actually|really|basically|even|just|also|possibly|u|ya)$/iu;

/** An account is named like one, or its name stands beside the word for it, or it is the only name there is. */
const subjectIn = (text: string, names: readonly string[]): string | undefined => {
  const account = `(?:${accountWords.source})`;
  const isBeside = (name: string) =>
    new RegExp(
      String.raw`${account}\s*(?:called |named )?${literally(name)}|${literally(name)}\s*(?:这个|那个)?\s*${account}`,
      "iu",
    ).test(text);
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const subject = longestFirst.find((name) => /[@:]/u.test(name)) ?? longestFirst.find(isBeside) ?? names[0];
  return subject ?? (isBeside("ci") ? "ci" : undefined);
};

/** Rights are spoken of, or the name stands where whoever acts stands, with what is done behind it. */
const mayBeAsked = (text: string, subject: string, { words }: ActionRow): boolean => {
  const from = text.indexOf(subject) + subject.length;
  const found = words.exec(text.slice(from));
  const upTo = found === null ? text : text.slice(0, from + found.index);
  return (
    speaksOfRights.test(text) || mayOne.some((cue) => new RegExp(cue.replace("@", literally(subject)), "iu").test(upTo))
  );
};

/** Who acts is said before what is done: in “can web-0 be deleted” nobody acts. */
const standsBefore = (text: string, subject: string, { words }: ActionRow): boolean => {
  const at = text.indexOf(subject);
  const after = text.slice(at + subject.length);
  return (
    words.test(after) &&
    !/^\s*(?:be|get)\s(?!forbidden|denied)\w+(?:ed|en)\b/iu.test(after) &&
    !/^\s*(?:这个|那个)?\s*(?:pod|pvc|pv|deployment|configmap|secret|服务|卷)?\s*(?:能不能|能|可以)被?\s*(?:删|重启|清)[^\w]*$/iu.test(
      after,
    )
  );
};

const placeIn = (
  text: string,
  { clusters = [], namespaces = [] }: RequestContext,
  others: readonly (string | undefined)[],
) => {
  const pieces = readPieces(text);
  const words = pieces.flatMap(({ text: said, meaning }) =>
    meaning.is === "word" && !others.includes(said) ? [said] : [],
  );
  const known = words.find((word) => namespaces.includes(word));
  const cued = pieces.find(
    ({ text: said, meaning }, index) =>
      meaning.is === "word" &&
      !others.includes(said) &&
      (isGrammar(pieces[index - 1], "in") || isGrammar(pieces[index + 1], "inside")),
  )?.text;
  const cluster = words.map((word) => clusterOf(word, clusters)).find((found) => found !== undefined);
  const namespace = known ?? (cued !== undefined && clusterOf(cued, clusters) === undefined ? cued : undefined);
  return { ...(namespace === undefined ? {} : { namespace }), ...(cluster === undefined ? {} : { cluster }) };
};
