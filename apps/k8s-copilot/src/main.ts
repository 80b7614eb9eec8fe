import { endProcess, processIo } from "./process-io.ts";
import { run } from "./run.ts";

// LangChain sends prompts and results to a tracing service, or prints them, when these are set for another program.
// What a person asks of a cluster goes to nobody that this one was not told of.
for (const name of [
  "LANGSMITH_TRACING",
  "LANGSMITH_TRACING_V2",
  "LANGCHAIN_TRACING",
  "LANGCHAIN_TRACING_V2",
  "LANGCHAIN_VERBOSE",
]) {
  delete process.env[name];
}

void run(processIo(), async () => (await import("./parts.ts")).loadBackend()).then(endProcess);
