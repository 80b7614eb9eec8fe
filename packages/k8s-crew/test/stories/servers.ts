import { test } from "vitest";

export { bundledCommand, openStage, type ServerKind, type Stage, serverKinds } from "@k8s-copilot/evaluation/stage";

/** A test that says why, where it is not meant for the kind of server at hand. */
export const testWhere = (isMeant: boolean, reason: string) => {
  if (!isMeant) console.log(`skipped: ${reason}`);
  return test.skipIf(!isMeant);
};
