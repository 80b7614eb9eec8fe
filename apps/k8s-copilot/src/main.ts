import { endProcess, processIo } from "./process-io.ts";
import { run } from "./run.ts";

endProcess(await run(processIo(), async () => (await import("./parts.ts")).loadBackend()));
