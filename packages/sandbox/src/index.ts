export { type SampleServer, type SampleServerOptions, startSampleServer } from "./sample/serve.ts";
export type Sandbox = {
  readonly kubeconfig: string;
  readonly contexts: readonly { name: string; server: string }[];
  close(): Promise<void>;
};
export const loadWorlds = async (_path: string): Promise<unknown> => undefined;
export const startSandbox = async (_options: { worlds?: unknown } = {}): Promise<Sandbox> => {
  throw new Error("not there yet");
};
