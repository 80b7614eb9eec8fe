import { failed } from "./problem.ts";
import type { Backend } from "./session.ts";

/** Stands here until the other rooms are there; then `createBackend` of assemble.ts is given the real parts. */
const missing = async () => failed("backend_missing", "This build has no crew.", "");

export const loadBackend = async (): Promise<Backend> => ({
  open: missing,
  probes: { servers: missing, model: missing },
});
