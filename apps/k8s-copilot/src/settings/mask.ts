/** Nothing of a secret is shown: neither a character nor its length. */
export const hidden = "***";

/** An address without what may be a credential: user and password, and the values of its query. */
export const maskUrl = (address: string): string => {
  if (!URL.canParse(address)) return hidden;
  const url = new URL(address);
  const login = url.username === "" && url.password === "" ? "" : `${hidden}@`;
  const query = [...url.searchParams.keys()].map((key) => `${key}=${hidden}`).join("&");
  return `${url.protocol}//${login}${url.host}${url.pathname}${query === "" ? "" : `?${query}`}`;
};

/** Configured servers with every header, variable and argument hidden; names and addresses stay. */
export const maskServers = (
  servers: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, Record<string, unknown>> =>
  mapValues(servers, (server) =>
    mapValues(server, (value, key) => (shown.has(key) ? maskValue(value) : hideAll(value))),
  );

/** Fields of a server's entry that hold no credential, apart from an address. */
const shown = new Set(["url", "transport", "type", "command", "cwd", "disabled"]);

const maskValue = (value: unknown): unknown =>
  typeof value === "string" && /^[a-z]+:\/\//i.test(value) ? maskUrl(value) : value;

const hideAll = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(() => hidden);
  return typeof value === "object" && value !== null ? mapValues(value, () => hidden) : hidden;
};

const mapValues = <T, R>(
  record: { readonly [key: string]: T } | object,
  map: (value: T, key: string) => R,
): Record<string, R> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
