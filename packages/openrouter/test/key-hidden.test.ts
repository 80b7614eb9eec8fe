import type { ServerResponse } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { checkKey, createOpenRouterModel, describeModelError } from "../src/index.ts";
import { ask, beginning } from "./conversation.ts";
import { refuse, startEndpoint } from "./endpoint.ts";

const apiKey = "gsk_Zq81hTPw0Kd7";
const header = "team-token-5521";

const endpointThat = async (answer: (reply: ServerResponse) => void) => {
  const endpoint = await startEndpoint((_, reply) => answer(reply));
  onTestFinished(() => void endpoint.close());
  const limits = { maxRetries: 0 };
  const headers = { "x-api-key": header };
  return createOpenRouterModel({ apiKey, baseUrl: endpoint.baseUrl, model: "m", limits, headers });
};

const said = `Key ${apiKey} (${header}) may not do that`;
const event = `data: ${JSON.stringify({ error: { code: 401, message: said } })}\n\n`;
const asStream = { "content-type": "text/event-stream" };
const page = `<html><title>${said}</title></html>`;

test.each([
  ["refuses with it", (reply: ServerResponse) => refuse(reply, { error: { message: said } }, 401)],
  ["puts it deep inside", (reply: ServerResponse) => refuse(reply, wrapped, 400)],
  ["says it in the middle of a stream", (reply: ServerResponse) => reply.writeHead(200, asStream).end(event)],
  ["shows it on a page", (reply: ServerResponse) => reply.writeHead(200).end(page)],
])("the key of a request is not told, where a service %s", async (_, answer) => {
  const failed = ask(await endpointThat(answer), beginning, "stream");
  const error = await failed.catch((thrown: unknown) => describeModelError(thrown));
  const text = JSON.stringify(error);
  expect(text).toContain("may not do that");
  expect(text).not.toContain(apiKey);
  expect(text).not.toContain(header);
});

const wrapped = {
  error: { message: "Provider returned error", metadata: { raw: JSON.stringify({ error: { message: said } }) } },
};

test("nor where it is looked up", async () => {
  const fetch = async () => new Response(JSON.stringify({ error: { message: said } }), { status: 401 });
  const check = await checkKey({ apiKey, baseUrl: "http://localhost/v1", fetch });
  expect(JSON.stringify(check)).toContain("may not do that");
  expect(JSON.stringify(check)).not.toContain(apiKey);
});
