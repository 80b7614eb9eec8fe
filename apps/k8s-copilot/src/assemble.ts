import { randomUUID } from "node:crypto";
import type { ConversationOptions } from "@k8s-copilot/k8s-crew";
import { canAsk } from "./io.ts";
import { createStandIns } from "./model/stand-ins.ts";
import type { ModelBudget, ModelOptions, Parts } from "./needed-parts.ts";
import { type Attempt, failed, ok } from "./problem.ts";
import { withFreshServers } from "./servers/fresh-servers.ts";
import { type Reached, reach } from "./servers/reach.ts";
import type { Backend, KnownTool, OpenRequest, Session } from "./session.ts";
import type { Kept } from "./sessions/kept.ts";
import { standingWarnings } from "./sessions/standing.ts";
import { idleRules } from "./settings/cache-rules.ts";
import { type Settings, usesModel } from "./settings/settings.ts";

/** Puts the parts together behind the terminal. */
export const createBackend = <Servers, Tool, Model, Overrides, Store>(
  parts: Parts<Servers, Tool, Model, Overrides, Store>,
): Backend => ({
  open: (request) => open(parts, request),
  probes: {
    servers: async (request) => {
      const { say } = request;
      const reached = await reach(parts, { ...request, looks: true });
      if (reached.kind === "problem") return reached;
      await reached.value.close();
      const found = reached.value.servers.map(({ name, toolCount = 0 }) =>
        say("serverFine", { server: name, count: toolCount }),
      );
      return ok([...found, ...reached.value.warnings].join("; "));
    },
    model: async (request) => parts.modelProbes(modelOptions(request), request),
  },
});

const open = async <S, T, M, O, K>(parts: Parts<S, T, M, O, K>, request: OpenRequest): Promise<Attempt<Session>> => {
  const { flags, settings, say } = request;
  const overrides = parts.parseOverrides(settings.catalog.value);
  if (overrides.kind === "invalid")
    return failed(
      "settings_catalog",
      overrides.problems.join("; "),
      say("configRemedy", { keys: "verb, resource, effect, parameters" }),
    );
  const playbooks = parts.loadPlaybooks(request);
  if (playbooks.kind === "problem") return playbooks;
  // The file is opened while the server is being reached.
  const [keeping, reached] = await Promise.all([parts.keepSession(request), reach(parts, request)]);
  if (keeping.kind === "problem") {
    if (reached.kind === "ok") await reached.value.close();
    return keeping;
  }
  if (reached.kind === "problem") {
    await keeping.value.close();
    return reached;
  }
  const kept = keeping.value;
  const { servers, cluster, warnings, close, identity, reads, revive, restart } = reached.value;
  const hasModel = usesModel(flags, settings);
  const model = modelOptions(request);
  const stand = createStandIns({ model: model.model, why: parts.whyPassedOver(model) });
  const crew = parts.createCrew({
    tools: reached.value.tools,
    guidance: request.guidance,
    ...plansOf(request),
    playbooks: playbooks.value,
    readOnly: flags.readOnly,
    sandbox: flags.sandbox,
    catalog: { overrides: overrides.overrides, trustedServers: settings.trustedServers.value },
    ...(hasModel
      ? {
          model: await parts.createModel(
            { ...model, sessionId: kept.id ?? randomUUID(), onServed: stand.served },
            request,
          ),
          ...parts.modelInfo(model),
          modelTimeoutMs: model.timeoutMs,
          budgets: budgetsOf(settings),
        }
      : {}),
    ...sameClusterOf(reached.value),
    ...maxAgeOf(flags),
    ...(settings.cache.value === undefined ? {} : { cache: settings.cache.value.rules }),
    ...(kept.store === undefined ? {} : { checkpointer: kept.store }),
  });
  reached.value.follow({ onToolsChanged: () => crew.renew(reached.value.tools), onReconnected: crew.forget });
  const begun = crew.conversation({ ...beginning(request, kept), ...languageOf(request), identity });
  // It may be about a cluster that is no longer there.
  if (kept.isBegun && reads) crew.clustersChanged({ server: reads.server, now: reads.kubeconfig.clusters() });
  const conversation = stand.toldIn(
    kept.recorded(withFreshServers(begun, { reads, revive, restart, clustersChanged: crew.clustersChanged, say })),
  );
  const standing = kept.isBegun ? await conversation.standing() : undefined;
  return ok({
    conversation,
    tools: crew.tools,
    quickCommands: crew.quickCommands,
    commandIn: parts.commandIn,
    saysItself: parts.saysItself,
    consent: parts.consent,
    servers: servers.map(({ name, toolCount = 0 }) => ({ name, toolCount })),
    model: hasModel ? settings.model.value : undefined,
    cluster: settings.context.value ?? cluster,
    sandbox: flags.sandbox,
    warnings: [
      ...warnings,
      ...cacheWarnings(request, crew.tools()),
      ...kept.warnings,
      ...(standing === undefined ? [] : standingWarnings(standing, say)),
    ],
    isKept: kept.id !== undefined,
    standing,
    close: async () => {
      await conversation.close();
      await crew.close();
      await kept.close();
      await close();
    },
  });
};

/** Contexts of one API server, as far as a kubeconfig that we know tells. */
const sameClusterOf = ({ reads }: Pick<Reached<unknown>, "reads">) =>
  reads === undefined
    ? {}
    : {
        sameCluster: (server: string, cluster: string) =>
          server === reads.server ? reads.kubeconfig.sameServer(cluster) : [],
      };

/** How old a kept result may be, where the person says so. */
const maxAgeOf = ({ cache, maxAgeMs }: OpenRequest["flags"]): { maxAgeMs?: number } => {
  if (!cache) return { maxAgeMs: 0 };
  return maxAgeMs === undefined ? {} : { maxAgeMs };
};

const cacheWarnings = ({ settings: { cache }, say }: OpenRequest, tools: readonly KnownTool[]): readonly string[] =>
  cache.value === undefined ? [] : [...cache.value.warnings, ...idleRules(cache.value, tools, say)];

/** A plan is asked about in a talk, and wherever somebody is there to answer, unless the settings say otherwise. */
const plansOf = ({ flags, settings, guidance, io }: OpenRequest): { plans?: "ask" | "tell" | "only" } => {
  if (flags.planOnly) return { plans: "only" };
  if (!settings.confirmPlans.value) return { plans: "tell" };
  const isSomebodyThere = canAsk(io) && flags.input && flags.output === "text";
  // A talk may be led step by step or not, as the person says in it.
  return guidance === "guided" ? {} : { plans: isSomebodyThere ? "ask" : "tell" };
};

/**
 * Where a conversation begins: as set anywhere. One that goes on is where it was, unless the person says otherwise now.
 */
const beginning = (
  { flags, settings }: OpenRequest,
  { id, isBegun }: Pick<Kept<unknown>, "id" | "isBegun">,
): ConversationOptions => {
  const counts = ({ source, value }: Settings["context"]) =>
    value !== undefined && (!isBegun || source === "flag") ? value : undefined;
  const cluster = counts(settings.context);
  const namespace = flags.allNamespaces ? undefined : counts(settings.namespace);
  return {
    ...(id === undefined ? {} : { id }),
    ...(isBegun && !flags.allNamespaces ? {} : { allNamespaces: flags.allNamespaces }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined ? {} : { namespace }),
  };
};

const languageOf = ({ language, locale }: OpenRequest): ConversationOptions =>
  language === undefined ? { fallbackLanguage: locale } : { language };

const budgetsOf = ({ budget: { value } }: Settings) => ({
  ...(value.turn === undefined ? {} : { turn: budgetOf(value.turn) }),
  ...(value.session === undefined ? {} : { session: budgetOf(value.session) }),
});

const budgetOf = ({
  steps,
  calls,
  tokens,
  seconds,
  usd,
}: NonNullable<Settings["budget"]["value"]["turn"]>): ModelBudget => ({
  ...(steps === undefined ? {} : { toolCalls: steps }),
  ...(calls === undefined ? {} : { modelCalls: calls }),
  ...(tokens === undefined ? {} : { tokens }),
  ...(seconds === undefined ? {} : { timeMs: seconds * 1000 }),
  ...(usd === undefined ? {} : { usd }),
});

const modelOptions = ({ settings }: OpenRequest): ModelOptions => ({
  apiKey: settings.apiKey.value ?? "",
  baseUrl: settings.baseUrl.value,
  model: settings.model.value,
  models: settings.models.value,
  timeoutMs: settings.modelTimeoutSeconds.value * 1000,
});
