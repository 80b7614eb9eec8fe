import type { ModelFailure } from "@k8s-copilot/openrouter";
import type { ModelOptions } from "../needed-parts.ts";
import { failed, type Problem } from "../problem.ts";
import type { OpenRequest } from "../session.ts";
import type { Say } from "../words.ts";

/** What a look at a model's service needs. */
export type Asked = Pick<ModelOptions, "apiKey" | "baseUrl" | "model"> & {
  readonly host: string;
  readonly fetch: typeof fetch;
  readonly language: OpenRequest["spoken"];
  readonly say: Say;
};

export const problemOf = (failure: ModelFailure, { say }: Pick<Asked, "say">): { kind: "problem"; problem: Problem } =>
  failed(failure.code, failure.message, failure.because === "no_key" ? say("keyPut") : failure.remedy);
