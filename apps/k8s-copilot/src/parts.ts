import { failed } from "./problem.ts";
import type { Backend, OpenRequest } from "./session.ts";

/** Stands here until the other rooms are there; then `createBackend` of assemble.ts is given the real parts. */
const missing = async ({ say }: OpenRequest) =>
  failed("backend_missing", say("notAssembled", { part: "k8s-crew" }), say("notAssembledRemedy"));

export const loadBackend = async (): Promise<Backend> => ({
  open: missing,
  probes: { servers: missing, model: missing },
});
