export type { AccessRule, Identity } from "./access.ts";
export { defaultIdentities } from "./access.ts";
export type { RequestRecord } from "./http.ts";
export type { KubernetesObject } from "./objects.ts";
export { type SampleServer, type SampleServerOptions, startSampleServer } from "./sample/serve.ts";
export type { ContextOptions, Fault, Sandbox, SandboxContext, SandboxOptions } from "./sandbox.ts";
export { SandboxError, startSandbox } from "./sandbox.ts";
export type { LogFile, World } from "./world.ts";
export { defaultWorldFolder, loadWorlds, ManifestError } from "./world.ts";
