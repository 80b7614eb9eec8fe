/** Sends what goes to other hosts through the proxy that the environment names. This machine is never proxied. */
export const useProxy = async (env: NodeJS.ProcessEnv): Promise<void> => {
  const named = [env.HTTPS_PROXY, env.https_proxy, env.HTTP_PROXY, env.http_proxy].find(
    (url) => url !== undefined && url !== "",
  );
  if (named === undefined) return;
  const { EnvHttpProxyAgent, setGlobalDispatcher } = await import("undici");
  const exceptions = [env.NO_PROXY ?? env.no_proxy ?? "", "localhost", "127.0.0.1", "::1"]
    .filter((host) => host !== "")
    .join(",");
  setGlobalDispatcher(new EnvHttpProxyAgent({ noProxy: exceptions }));
};
