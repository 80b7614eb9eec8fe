import { EnvHttpProxyAgent, request } from "undici";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import type { Environment } from "./language.ts";
import { type Attempt, failed, ok } from "./problem.ts";
import { proxiesOf } from "./proxy.ts";
import { type ChooseServerOptions, chooseServer, ownKubeconfig } from "./servers/choose-server.ts";
import { usesModel } from "./settings/settings.ts";
import type { Prepared } from "./start.ts";

/** More than this and certificates, tokens and the ages of things are judged wrongly. */
const clockToleranceMs = 5 * 60_000;

/** Whether this computer's clock agrees with those that a conversation would speak to. */
export const clockFound = async (
  prepared: Prepared,
  { flags, io, signal }: { readonly flags: Flags; readonly io: Io; readonly signal: AbortSignal },
): Promise<Attempt<string>> => {
  const { say, loaded } = prepared;
  const addresses = addressesToAsk({ flags, settings: loaded.settings, io, say });
  const difference = await clockDifference(addresses, { environment: io.environment, signal });
  if (difference === undefined) return ok(say("clockUnknown"));
  const { host, ms } = difference;
  const off = Math.abs(ms);
  if (off <= clockToleranceMs) return ok(say("clockFine", { host }));
  const values = { host, minutes: Math.round(off / 60_000) };
  return failed("clock_off", say(ms > 0 ? "clockAhead" : "clockBehind", values), say("clockRemedy"));
};

/** Who may be asked for the time: those that a conversation would speak to. */
const addressesToAsk = (options: ChooseServerOptions): readonly string[] => {
  const { flags, settings } = options;
  const model = usesModel(flags, settings) ? [settings.baseUrl.value] : [];
  return [...model, ...serverAddresses(options)].filter((text) => URL.canParse(text));
};

const serverAddresses = (options: ChooseServerOptions): readonly string[] => {
  if (options.flags.sandbox) return [];
  const choice = chooseServer(options);
  if (choice.kind === "ok" && choice.value.kind === "configured")
    return Object.values(choice.value.servers).flatMap(({ url }) => (typeof url === "string" ? [url] : []));
  const kubeconfig = ownKubeconfig(options);
  return kubeconfig.kind === "ok" && kubeconfig.value.address !== undefined ? [kubeconfig.value.address] : [];
};

/** By how much this computer's clock differs from a server's, in milliseconds; positive: it is ahead. */
type ClockDifference = { readonly host: string; readonly ms: number };

type ClockOptions = { readonly environment: Environment; readonly signal: AbortSignal };

const answerMs = 3000;

/**
 * Asks these addresses in turn until one tells the time (RFC 9110, section 6.6.1: `Date`). Certificates are not checked:
 * a wrong clock is what makes them look expired, nothing is sent but the question, and only the time is taken.
 */
const clockDifference = async (
  addresses: readonly string[],
  { environment, signal }: ClockOptions,
): Promise<ClockDifference | undefined> => {
  // A connection that nobody takes is not given up with the request that wanted it.
  const connect = { rejectUnauthorized: false, timeout: answerMs };
  const dispatcher = new EnvHttpProxyAgent({ ...proxiesOf(environment), connect, requestTls: connect });
  try {
    for (const address of addresses) {
      const ms = await differenceTo(address, dispatcher, signal);
      if (ms !== undefined) return { host: new URL(address).host, ms };
    }
    return undefined;
  } finally {
    await dispatcher.destroy();
  }
};

const differenceTo = async (
  address: string,
  dispatcher: EnvHttpProxyAgent,
  signal: AbortSignal,
): Promise<number | undefined> => {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
    const { headers, body } = await request(address, { method: "HEAD", dispatcher, signal: limit });
    body.on("error", () => {}).destroy();
    const told = Date.parse(String(headers.date));
    return Number.isNaN(told) ? undefined : Date.now() - told;
  } catch {
    return undefined;
  }
};
