import { cpSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runApp } from "./helpers/app.ts";
import { bundle } from "./helpers/build.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

test("tracing that was set up for another program gets nothing", async () => {
  let requests = 0;
  const tracing = createServer((_, response) => {
    requests += 1;
    response.end("{}");
  });
  await new Promise<void>((resolve) => tracing.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = tracing.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const main = await bundle(new URL("../src/main.ts", import.meta.url));
  const folder = dirname(dirname(main));
  cpSync(join(root, "packages/sandbox/world"), join(folder, "world"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const environment = {
    LANGSMITH_TRACING: "true",
    LANGCHAIN_TRACING_V2: "true",
    LANGSMITH_API_KEY: "lsv2_pt_made_up",
    LANGSMITH_ENDPOINT: `http://127.0.0.1:${port}`,
  };
  const ended = await runApp(main, ["ask", "--sandbox", "list", "pods", "in", "dev"], { environment });
  tracing.close();
  expect({ code: ended.code, requests }).toEqual({ code: 0, requests: 0 });
});
