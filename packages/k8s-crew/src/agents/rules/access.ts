import type { Said } from "../../catalog/arguments.ts";
import type { Catalog } from "../../catalog/types.ts";
import { bindingsCommand, canICommand, type Right, rightsCommand, whoCommand } from "../../guidance/access.ts";
import type { Request, Rights } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import type { DraftStep, Focus } from "../../plan/types.ts";
import { sayAccess } from "../../words/access-words.ts";
import { sayRights } from "../../words/rights-words.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { draft } from "./calls.ts";
import { defaultResource } from "./default-resource.ts";
import { noTool } from "./no-tool.ts";

type Context = { readonly catalog: Catalog; readonly turn: PlannerInput };

/**
 * What somebody may do is decided by the API server, for which no tool is known: the command that asks it, filled in.
 * Who was given which role stands in the bindings, which are read where a tool lists them.
 */
export const aboutAccess = (request: Request, context: Context): PlannerReply => {
  const granted = request.rights === undefined ? undefined : grantedRoles(request, context);
  if (granted !== undefined) return granted;
  if (request.rights?.ask === "self") return { kind: "answer", text: whoText(request, context) };
  const named = request.rights?.ask === "rules" || request.rights?.ask === "binding";
  if (named) {
    const said = saidOf(request);
    return noTool({ verb: "describe", resource: request.resource, name: said.name, said }, context);
  }
  const { language, entities } = context.turn;
  const { verb = "get", access, rights } = request;
  const name = request.name ?? rights?.subject ?? rights?.role;
  const resource = request.resource ?? defaultResource(verb, request);
  const namespace = request.namespace ?? entities.namespace?.value;
  const cluster = request.cluster ?? clusterHere(context.turn);
  const right = { verb, resource, name, namespace, cluster };
  if (access === "list") {
    const command = rightsCommand(right) ?? "";
    const note = sayAccess(language, "listBeside", { command });
    const told =
      name === undefined ? undefined : bindings({ focus: rolesOf(name), cluster: request.cluster, note }, context);
    return told ?? { kind: "answer", text: sayAccess(language, "list", { command }) };
  }
  if (access === "account") return ofAccount(request, { ...right, context });
  if (access === "role" && name !== undefined) {
    const command = bindingsCommand(cluster) ?? "";
    const told = bindings({ focus: holdersOf(name), cluster: request.cluster }, context);
    return told ?? { kind: "answer", text: sayAccess(language, "holders", { name, command }) };
  }
  const check = canICommand(right, access === "who" ? "<account>" : undefined) ?? "";
  if (access !== "who") return { kind: "answer", text: sayAccess(language, "self", { command: check }) };
  const note = sayAccess(language, "whoBeside", { check });
  const told = bindings({ focus: rolesOf(undefined), cluster: request.cluster, note }, context);
  return (
    told ?? { kind: "answer", text: sayAccess(language, "who", { command: bindingsCommand(cluster) ?? "", check }) }
  );
};

const saidOf = ({ name, namespace, cluster }: Request): Said => ({ name, namespace, cluster });

/** Which of the contexts is used is known; who it stands for, the API server tells. */
const whoText = ({ cluster }: Request, { turn }: Context): string =>
  sayRights(turn.language, "self", { command: whoCommand(cluster ?? clusterHere(turn)) });

const bindingKinds: readonly string[] = ["rolebinding", "clusterrolebinding"];
const roleKinds: readonly string[] = ["role", "clusterrole"];

/** What tells it, where not all of the bindings and roles have to be read. */
const kindsRead: Readonly<Partial<Record<Rights["ask"], readonly string[]>>> = {
  holders: bindingKinds,
  rules: roleKinds,
};

/** Who was given what, and what that allows: told by the bindings and by the rules of the roles in them. */
const grantedRoles = (request: Request, { catalog, turn }: Context): PlannerReply | undefined => {
  const { rights, cluster, namespace } = request;
  if (rights === undefined || rights.ask === "self") return undefined;
  const kinds = kindsRead[rights.ask] ?? [...bindingKinds, ...roleKinds];
  const steps = kinds.flatMap((resource, index): readonly DraftStep[] => {
    // Of one namespace its own bindings tell, and those of the whole cluster.
    const here = rights.ask !== "list" && namespace !== undefined && !resource.startsWith("cluster");
    const template = catalog.find({ verb: "list", resource, scope: here ? "one" : "all" })[0];
    if (!template) return [];
    const said = here ? { cluster, namespace } : { cluster };
    const step = draft(template, { resource, said, language: turn.language, verb: "list" });
    return [{ ...step, part: { index, focus: { rights }, everywhere: !here } }];
  });
  return steps.length < bindingKinds.length
    ? undefined
    : { kind: "plan", view: "call", steps, focus: { rights }, allNamespaces: true, asked: request };
};

/** One account is asked for by its name; which roles it has is beside it. */
const ofAccount = (
  request: Request,
  { context, name, ...right }: Right & { readonly context: Context },
): PlannerReply => {
  const { language } = context.turn;
  const account = `system:serviceaccount:${right.namespace ?? "<namespace>"}:${name ?? "<account>"}`;
  const command = canICommand(right, account) ?? "";
  const note = sayAccess(language, "accountBeside", { command });
  const told = bindings({ focus: rolesOf(name), cluster: request.cluster, note }, context);
  return told ?? { kind: "answer", text: sayAccess(language, "self", { command }) };
};

type Wanted = { readonly focus: Focus; readonly cluster: string | undefined; readonly note?: string };

/** The bindings that are wanted, in all namespaces and of the whole cluster, with what they cannot tell beside them. */
const bindings = ({ focus, cluster, note }: Wanted, { catalog, turn }: Context): PlannerReply | undefined => {
  const steps = bindingKinds.flatMap((resource, index): readonly DraftStep[] => {
    const template = catalog.find({ verb: "list", resource, scope: "all" })[0];
    if (!template) return [];
    const step = draft(template, { resource, said: { cluster }, language: turn.language, verb: "list" });
    return [{ ...step, ...(note === undefined ? {} : { note }), part: { index, focus, everywhere: true } }];
  });
  return steps.length < bindingKinds.length
    ? undefined
    : { kind: "plan", view: "call", steps, focus, allNamespaces: true };
};

/** Those of one account, or of all. */
const rolesOf = (name: string | undefined): Focus =>
  name === undefined
    ? { fact: "role" }
    : { fact: "role", conditions: [{ field: "subjects", comparison: "contains", value: name }] };

const holdersOf = (role: string): Focus => ({
  fact: "subjects",
  conditions: [{ field: "role", comparison: "contains", value: role }],
});
