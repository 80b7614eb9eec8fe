// What happens, as server-sent events of a web server; who leaves the page ends the work.
import { createServer } from "node:http";
import { createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

export function createCrewServer(model: BaseChatModel) {
  const poet = defineAgent({ name: "poet", role: "Poet", goal: "write short poems", model });
  const poem = defineTask({
    name: "poem",
    description: "A poem about {subject}.",
    expectedOutput: "Two lines.",
    agent: poet,
  });
  const crew = createCrew({ tasks: [poem] });
  return createServer(async (request, response) => {
    const subject = new URL(request.url ?? "/", "http://localhost").searchParams.get("subject") ?? "clocks";
    const stream = crew.stream({ subject });
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.on("close", () => stream.close());
    for await (const event of stream) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    response.end();
  });
}

export async function main(model: BaseChatModel, print: (line: string) => void): Promise<void> {
  const server = createCrewServer(model);
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const page = await fetch(`http://localhost:${port}/?subject=rain`);
  for (const line of (await page.text()).split("\n")) if (line.startsWith("event: ")) print(line.slice(7));
  server.close();
}
