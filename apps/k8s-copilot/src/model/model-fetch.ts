import { EnvHttpProxyAgent } from "undici";
import type { Environment } from "../language.ts";
import { proxiesOf } from "../proxy.ts";

/**
 * Milliseconds until somebody must have taken the connection, which undici counts with a timer that is up to half a second
 * late. An answer may take longer.
 */
const connectMs = 2_000;

/** A `fetch` through the same proxies as any other, that does not wait for a service which takes no connection. */
export const createModelFetch = (environment: Environment): typeof fetch => {
  const connect = { timeout: connectMs };
  const limits = { connect, proxyTls: connect, requestTls: connect };
  const dispatcher = new EnvHttpProxyAgent({ ...proxiesOf(environment), ...limits });
  return (input, init) => fetch(input, Object.assign({}, init, { dispatcher }));
};
