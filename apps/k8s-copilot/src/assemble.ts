import type { ModelOptions, Parts } from "./needed-parts.ts";
import { type Attempt, failed, ok } from "./problem.ts";
import { reach } from "./servers/reach.ts";
import type { Backend, OpenRequest, Session } from "./session.ts";

/** Puts the parts together behind the terminal. */
export const createBackend = <Servers, Tool, Model, Overrides>(
  parts: Parts<Servers, Tool, Model, Overrides>,
): Backend => ({
  open: (request) => open(parts, request),
  probes: {
    servers: async (request) => {
      const { say } = request;
      const reached = await reach(parts, request);
      if (reached.kind === "problem") return reached;
      await reached.value.close();
      const found = reached.value.servers.map(({ name, toolCount = 0 }) =>
        say("serverFine", { server: name, count: toolCount }),
      );
      return ok([...found, ...reached.value.warnings].join("; "));
    },
    model: async (request) => {
      const options = modelOptions(request);
      const problem = await parts.checkKey(options, request.spoken);
      return problem === undefined ? ok(request.say("modelFine", options)) : { kind: "problem", problem };
    },
  },
});

const open = async <S, T, M, O>(parts: Parts<S, T, M, O>, request: OpenRequest): Promise<Attempt<Session>> => {
  const { flags, settings, language, say } = request;
  const overrides = parts.parseOverrides(settings.catalog.value);
  if (overrides.kind === "invalid")
    return failed(
      "settings_catalog",
      overrides.problems.join("; "),
      say("configRemedy", { keys: "verb, resource, effect, parameters" }),
    );
  const reached = await reach(parts, request);
  if (reached.kind === "problem") return reached;
  const { tools, servers, cluster, warnings, close } = reached.value;
  const apiKey = flags.offline ? undefined : settings.apiKey.value;
  const crew = parts.createCrew({
    tools,
    guidance: request.guidance,
    readOnly: flags.readOnly,
    sandbox: flags.sandbox,
    catalog: { overrides: overrides.overrides, trustedServers: settings.trustedServers.value },
    ...(apiKey === undefined ? {} : { model: await parts.createModel(modelOptions(request)) }),
    ...(flags.cache ? {} : { maxAgeMs: 0 }),
  });
  const conversation = crew.conversation({
    allNamespaces: flags.allNamespaces,
    ...(settings.context.value === undefined ? {} : { cluster: settings.context.value }),
    ...(settings.namespace.value === undefined || flags.allNamespaces ? {} : { namespace: settings.namespace.value }),
    ...(language === undefined ? { fallbackLanguage: request.locale } : { language }),
  });
  return ok({
    conversation,
    tools: crew.tools,
    quickCommands: parts.quickCommands,
    commandIn: parts.commandIn,
    saysItself: parts.saysItself,
    servers: servers.map(({ name, toolCount = 0 }) => ({ name, toolCount })),
    model: apiKey === undefined ? undefined : settings.model.value,
    cluster: settings.context.value ?? cluster,
    sandbox: flags.sandbox,
    warnings,
    close: async () => {
      await conversation.close();
      await crew.close();
      await close();
    },
  });
};

const modelOptions = ({ settings }: OpenRequest): ModelOptions => ({
  apiKey: settings.apiKey.value ?? "",
  baseUrl: settings.baseUrl.value,
  model: settings.model.value,
});
