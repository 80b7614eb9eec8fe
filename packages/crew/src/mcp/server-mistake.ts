import { z } from "zod";
import type { Cause, ServerError } from "./causes.ts";
import { type UrlMistake, urlMistake } from "./servers.ts";

const urlRemedies: { readonly [mistake in UrlMistake]: string } = {
  not_a_url: "write it as http://HOST:PORT/PATH",
  not_http: "it has to begin with http:// or https://",
  login_in_url: "put the login into the headers",
};

const Named = z.record(z.string(), z.unknown(), "pass an object, by name").nullish();

/** Looser than the types where what they rule out does no harm: a port among variables may be a number. */
const Remote = z.object({ url: z.unknown(), headers: Named });
const Local = z.object({
  command: z.string("pass a text").min(1, "pass a text"),
  args: z.array(z.string("pass a text"), "pass a list of texts").nullish(),
  env: Named,
  cwd: z.string("pass a text").nullish(),
});
const Own = z.object({ connect: z.custom((value) => typeof value === "function", "pass a function") });

/** Why nothing can be opened for an entry of the servers, which plain JavaScript or a file may have made; or nothing. */
export function mistakeIn(server: unknown): Cause | undefined {
  if (typeof server !== "object" || server === null) return mistake("pass { url }, { command, args } or { connect }");
  if ("connect" in server) return misfit(server, Own);
  if ("command" in server) return misfit(server, Local);
  if (!("url" in server)) return mistake("it has no url, no command and no connect");
  const url = server.url instanceof URL ? server.url.href : server.url;
  const code = typeof url === "string" ? urlMistake(url) : "not_a_url";
  if (code !== undefined) return { code: "bad_address", detail: urlRemedies[code], neverRan: true };
  return misfit(server, Remote);
}

function misfit(server: object, schema: z.ZodType): Cause | undefined {
  const [issue] = schema.safeParse(server).error?.issues ?? [];
  return issue && mistake(`${issue.path.map(String).join(".")}: ${issue.message}`);
}

function mistake(detail: string): Cause {
  return { code: "failed", detail, neverRan: true };
}

/** For an entry of which nothing is told as its place, because it has not the form of one. */
export function oddServerError(name: string, { code, detail }: Cause): ServerError {
  const message = `MCP server “${name}”: ${code} (${detail})`;
  return { code, server: name, place: "", isLocal: false, detail, effect: "none", message };
}
