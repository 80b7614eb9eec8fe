import { type OpenRouterDouble, useOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { openStage, type ServerKind, type Stage } from "./servers.ts";

/** One server for a file, and for each test a model service that minds every request and that nothing may be left over at. */
export const useModelStage = (kind: ServerKind = "bundled") => {
  let stage: Stage;
  const startOpenRouter = useOpenRouter(afterEach);
  let openRouter: OpenRouterDouble;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  beforeEach(async () => {
    openRouter = await startOpenRouter();
  });
  afterAll(() => stage.close());
  const model = () => createOpenRouterModel({ ...openRouter, model: openRouter.model });
  return {
    stage: () => stage,
    openRouter: () => openRouter,
    model,
    talk: () => stage.conversation({ model: model(), cluster: "dev-cluster" }),
  };
};
