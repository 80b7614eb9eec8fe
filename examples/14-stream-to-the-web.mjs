// The events of a crew as server-sent events. A reader who leaves ends the work: no further model or tool call.
import { once } from "node:events";
import { createServer } from "node:http";
import { createCrew, defineAgent, defineTask } from "@k8s-copilot/crew";
import { modelOr } from "./model.mjs";

const teller = () =>
  defineAgent({
    name: "teller",
    role: "a teller of tales",
    goal: "short tales",
    backstory: "",
    model: modelOr("Once there was a lighthouse. The end."),
  });
const tale = () =>
  defineTask({ name: "tale", description: "A tale about {subject}", expectedOutput: "two sentences", agent: teller() });

const server = createServer(async (request, response) => {
  const subject = new URL(request.url ?? "/", "http://localhost").searchParams.get("subject") ?? "the sea";
  const running = createCrew({ tasks: [tale()] }).stream({ subject });
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.once("close", () => running.close());
  for await (const event of running) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  response.end();
});

server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" && address !== null ? address.port : 0;
const body = await (await fetch(`http://127.0.0.1:${port}/?subject=lighthouses`)).text();
for (const [, type] of body.matchAll(/^event: (.*)$/gm)) if (type !== "model.delta") console.log(type);
server.close();
