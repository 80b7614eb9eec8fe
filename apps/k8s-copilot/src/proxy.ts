import { EnvHttpProxyAgent, setGlobalDispatcher } from "undici";
import type { Environment } from "./language.ts";

/** Never through a proxy, whatever NO_PROXY says: what runs on this computer. */
const local = ["localhost", "127.0.0.1", "[::1]", "::1"];

/** The proxies that the environment names; lower case wins, as curl has it. */
export const proxiesOf = (environment: Environment) => ({
  httpProxy: environment.http_proxy || environment.HTTP_PROXY || "",
  httpsProxy: environment.https_proxy || environment.HTTPS_PROXY || "",
  noProxy: [environment.no_proxy || environment.NO_PROXY || "", ...local].filter((part) => part !== "").join(","),
});

/** Sends every `fetch` of this process through the proxies that the environment names. */
export const useProxies = (environment: Environment): void =>
  setGlobalDispatcher(new EnvHttpProxyAgent(proxiesOf(environment)));
