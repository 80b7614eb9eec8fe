import type { Arguments, InvokeOptions, JsonSchema, Tool, ToolOutput } from "../src/index.ts";

export type FakeTool = Tool & {
  readonly calls: { readonly args: Arguments; readonly signal: AbortSignal | undefined }[];
};

type Options = {
  readonly schema?: JsonSchema;
  readonly server?: string;
  readonly answer?: (args: Arguments, options: InvokeOptions) => ToolOutput | Promise<ToolOutput>;
};

/** A tool that records its calls. It answers `NAME was called` unless told otherwise. */
export function fakeTool(name: string, { schema = anySchema, server = "shop", answer }: Options = {}): FakeTool {
  const calls: FakeTool["calls"] = [];
  return {
    name,
    server,
    description: `The tool ${name}.`,
    inputSchema: schema,
    calls,
    async invoke(args, options = {}) {
      calls.push({ args, signal: options.signal });
      return answer === undefined ? text(`${name} was called`) : answer(args, options);
    },
  };
}

export function text(content: string, isError = false): ToolOutput {
  return { kind: "result", text: content, isError };
}

export const anySchema: JsonSchema = { type: "object", properties: {}, additionalProperties: true };

/** A promise that the test settles itself. */
export function gate<T = void>(): { readonly promise: Promise<T>; readonly open: (value: T) => void } {
  let open: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
