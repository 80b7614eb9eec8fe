/** What can be wrong with `mcpServers`, and the words for it. */
export const serversMistakes = {
  shape: "serversShape",
  variable_missing: "serversVariable",
  not_a_url: "serversNotUrl",
  not_http: "serversNotHttp",
  login_in_url: "serversLogin",
} as const;

export type ServersMistake = keyof typeof serversMistakes;
