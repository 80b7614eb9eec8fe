import { connect } from "node:net";
import { shownSettings } from "./config-show.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import { wantsColor } from "./output/style.ts";
import { type Attempt, causeOf, failed, ok, type Problem } from "./problem.ts";
import { chooseServer, ownKubeconfig } from "./servers/choose-server.ts";
import type { ModelProbes, Probes } from "./session.ts";
import { maskUrl } from "./settings/mask.ts";
import { sourceWords, usesModel } from "./settings/settings.ts";
import type { Prepared } from "./start.ts";
import type { Say, WordKey } from "./words.ts";

/** One thing that has to be right. What it finds is one line; what is wrong has a cause and a remedy. */
export type Check = {
  readonly id: string;
  readonly name: WordKey;
  /** Undefined: it supposes something that is wrong, and was not looked at. */
  readonly look: () => Attempt<string> | Promise<Attempt<string> | undefined>;
};

export type Patient = {
  readonly prepared: Prepared | { readonly kind: "problem"; readonly problem: Problem; readonly say: Say };
  readonly io: Io;
  readonly flags: Flags;
  readonly probes: Probes;
  readonly signal: AbortSignal;
};

/** In the order in which one thing needs the other. */
export const doctorChecks = (patient: Patient): readonly Check[] => {
  const { prepared } = patient;
  const { say } = prepared;
  const settings = (): Attempt<string> => (prepared.kind === "problem" ? prepared : settingsFound(prepared));
  return [
    { id: "node", name: "checkNode", look: () => nodeFound(process.versions.node, say) },
    { id: "settings", name: "checkSettings", look: settings },
    ...(prepared.kind === "problem" ? [] : serverChecks(prepared, patient)),
    { id: "locale", name: "checkLocale", look: () => localeFound(patient) },
    { id: "terminal", name: "checkTerminal", look: () => terminalFound(patient) },
    { id: "proxy", name: "checkProxy", look: () => proxyFound(patient) },
  ];
};

const nodeFound = (version: string, say: Say): Attempt<string> => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isFine = major > 20 || (major === 20 && minor >= 19);
  return isFine ? ok(version) : failed("node_old", say("nodeOld", { version }), say("nodeOldRemedy"));
};

const settingsFound = ({ loaded, say }: Prepared): Attempt<string> => {
  if (loaded.ineffective) return { kind: "problem", problem: loaded.ineffective };
  const set = shownSettings(loaded.settings).filter(({ source }) => source !== "default");
  const texts = set.map(({ setting, source }) => {
    const file = source === "env-file" ? loaded.envFile : source === "config" ? loaded.configFile : undefined;
    return say("settingFrom", { setting, source: file ?? say(sourceWords[source]) });
  });
  return ok(texts.join(say("listComma")) || say("settingsDefault"));
};

const serverChecks = (prepared: Prepared, { flags, io, probes, signal }: Patient): readonly Check[] => {
  const request = prepared.request({ signal, guidance: "direct", isTalk: false });
  const clock = async () => (await import("./clock.ts")).clockFound(prepared, { flags, io, signal });
  return [
    { id: "kubeconfig", name: "checkKubeconfig", look: () => kubeconfigFound(prepared, flags, io) },
    {
      id: "server",
      name: "checkServer",
      look: () => serverFound(prepared, { flags, io, probe: () => probes.servers(request) }),
    },
    { id: "clock", name: "checkClock", look: clock },
    ...modelChecks(prepared, flags, () => probes.model(request)),
  ];
};

/** A kubeconfig that is not needed may be absent: a server that was named has its own way to the clusters. */
const kubeconfigFound = ({ loaded, say }: Prepared, flags: Flags, io: Io): Attempt<string> => {
  const { settings } = loaded;
  if (flags.sandbox) return ok(say("kubeconfigUnused", { cause: "--sandbox" }));
  const kubeconfig = ownKubeconfig({ settings, io, say });
  const choice = chooseServer({ flags, settings, io, say });
  if (kubeconfig.kind === "problem")
    return choice.kind === "ok" ? ok(say("kubeconfigUnused", { cause: kubeconfig.problem.message })) : kubeconfig;
  const { path, contexts, current } = kubeconfig.value;
  return ok(say("kubeconfigFine", { file: path, count: contexts.length, current }));
};

type Probing = Pick<Patient, "flags" | "io"> & { readonly probe: () => Promise<Attempt<string>> };

/** What is wrong with the kubeconfig was said above and is not said twice. */
const serverFound = async ({ loaded, say }: Prepared, { flags, io, probe }: Probing): Promise<Attempt<string>> => {
  const choice = chooseServer({ flags, settings: loaded.settings, io, say });
  if (choice.kind === "ok" || !choice.problem.code.startsWith("kubeconfig_")) return probe();
  return failed(choice.problem.code, say("serverNotStarted"), say("serverNotStartedRemedy"));
};

type ModelProbe = (probes: ModelProbes) => Promise<Attempt<string>>;

/**
 * Each supposes the ones before it: what is wrong is said once, where it begins. Nothing supposes a model that stands in:
 * nobody may ever need it.
 */
const modelChecks = ({ loaded, say }: Prepared, flags: Flags, open: () => Promise<ModelProbes>): readonly Check[] => {
  const { settings } = loaded;
  if (!usesModel(flags, settings)) {
    const found = ok(say(flags.offline ? "modelOffline" : "modelNoKey"));
    return [{ id: "model", name: "checkModel", look: () => found }];
  }
  let probes: Promise<ModelProbes> | undefined;
  let isWell = true;
  let isServed = false;
  const probed = async (probe: ModelProbe) => {
    probes ??= open();
    return probe(await probes);
  };
  const look = (probe: ModelProbe) => async () => {
    if (!isWell) return undefined;
    const found = await probed(probe);
    isWell = found.kind === "ok";
    return found;
  };
  const key = async () => {
    const found = await look((service) => service.key())();
    isServed = found?.kind === "ok";
    return found;
  };
  const standsIn = (probe: ModelProbe) => async () => (isServed ? probed(probe) : undefined);
  return [
    { id: "model-service", name: "checkModelService", look: look((service) => service.service()) },
    { id: "model-key", name: "checkModelKey", look: key },
    { id: "model", name: "checkModel", look: look((service) => service.model(0)) },
    ...settings.models.value.map((_, index): Check => {
      const found = standsIn((service) => service.model(index + 1));
      return { id: "model-stand-in", name: "checkModelNext", look: found };
    }),
    { id: "model-reply", name: "checkModelReply", look: look((service) => service.reply()) },
  ];
};

const localeFound = ({ io, prepared: { say } }: Patient): Attempt<string> => {
  const { environment } = io;
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || "";
  // Windows and macOS terminals speak UTF-8 without being told so.
  const isFine = /utf-?8/i.test(locale) || process.platform !== "linux";
  const name = locale || say("localeNone");
  return isFine ? ok(name) : failed("locale_not_utf8", say("localeNotUtf8", { locale: name }), say("localeRemedy"));
};

const minColumns = 60;

const terminalFound = ({ io, flags, prepared: { say } }: Patient): Attempt<string> => {
  const { stdout, environment } = io;
  if (stdout.isTTY !== true) return ok(say("terminalNone"));
  const { columns } = stdout;
  if (columns < minColumns)
    return failed("terminal_narrow", say("terminalNarrow", { columns }), say("terminalNarrowRemedy"));
  const colour = say(wantsColor({ isTerminal: true, environment, flag: flags.color }) ? "on" : "off");
  return ok(say("terminalFine", { columns, colour }));
};

const proxyFound = async ({ io, prepared: { say } }: Patient): Promise<Attempt<string>> => {
  const { proxiesOf } = await import("./proxy.ts");
  const { httpProxy, httpsProxy } = proxiesOf(io.environment);
  const proxies = [...new Set([httpsProxy, httpProxy])].filter((proxy) => proxy !== "");
  for (const proxy of proxies) {
    const cause = await reach(proxy);
    if (cause !== undefined)
      return failed("proxy_dead", say("proxyDead", { proxy: maskUrl(proxy), cause }), say("proxyDeadRemedy"));
  }
  return ok(proxies.length === 0 ? say("proxyNone") : say("proxyFine", { proxy: proxies.map(maskUrl).join(", ") }));
};

const reachMs = 3000;

/** Why nothing listens there; undefined when something does. */
const reach = (address: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    if (!URL.canParse(address)) return resolve("URL");
    const { hostname, port, protocol } = new URL(address);
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (protocol === "https:" ? 443 : 80),
      timeout: reachMs,
    });
    const end = (cause: string | undefined) => {
      socket.destroy();
      resolve(cause);
    };
    socket.once("connect", () => end(undefined));
    socket.once("timeout", () => end("timeout"));
    socket.once("error", (error) => end(causeOf(error)));
  });
