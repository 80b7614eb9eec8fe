import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { checkKey, createOpenRouterModel, describeModelError } from "../src/index.ts";
import { ask, beginning, type Way } from "./conversation.ts";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

const rows = [301, 302, 307, 308].flatMap((status) => (["invoke", "stream"] as const).map((way) => ({ status, way })));

test.each<{ status: number; way: Way }>(rows)(
  "a reply with $status by $way is not followed, and names the address",
  async ({ status, way }) => {
    let reached = 0;
    const other = await serve((_request, reply) => {
      reached += 1;
      reply.end("{}");
    });
    const origin = await serve((request, reply) => {
      request.resume();
      reply.writeHead(status, { location: `${other}/api/v2${request.url?.slice("/v1".length)}` }).end();
    });
    const where = { apiKey: "sk-secret", baseUrl: `${origin}/v1`, model: "m" };
    const failed = await ask(createOpenRouterModel({ ...where, limits: { maxRetries: 2 } }), beginning, way).catch(
      (error: unknown) => error,
    );
    const { because, message, remedy } = describeModelError(failed, "zh");
    expect(because).toBe("redirected");
    expect(message).toContain(`${other}/api/v2）`);
    expect(remedy).toContain("base URL 设为它");
    expect(await checkKey(where)).toMatchObject({ failure: { message: expect.stringContaining(`${other}/api/v2)`) } });
    expect(reached).toBe(0);
  },
);
