import { argumentsFor, parameterOf } from "../../catalog/arguments.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

/** The read that shows what a write came to: the list of its kind, where the server has one. Once for each write. */
export const checkAfterWrite = (parts: Parts, { plan }: State): Step | undefined => {
  const written = plan?.steps.find(
    (step) =>
      step.done &&
      step.failed === undefined &&
      step.effect !== "read" &&
      !plan.steps.some(({ id }) => id === checkId(step)),
  );
  if (!written || parts.turn().shelf.results.get(callKey(written))?.outcome !== "ok") return undefined;
  const entry = parts.catalog.get(written.tool);
  const template = parts.catalog.find({ verb: "list", resource: written.resource })[0];
  if (!entry || !template) return undefined;
  const value = (role: "cluster" | "namespace"): string | undefined => {
    const parameter = parameterOf(entry, role);
    const given = parameter ? written.args[parameter.name] : undefined;
    return typeof given === "string" ? given : undefined;
  };
  const args = {
    ...argumentsFor(template.entry, written.resource, { cluster: value("cluster"), namespace: value("namespace") }),
    ...template.args,
  };
  return {
    id: checkId(written),
    tool: template.entry.tool,
    args,
    mentions: {},
    reason: written.reason,
    effect: "read",
    verb: "list",
    resource: written.resource,
    ready: true,
    done: false,
  };
};

const checkId = (step: Step): string => `${step.id}.check`;

/** Whether a step is the read that checks the other. */
export const isCheckOf = (check: Step, written: Step): boolean => check.id === checkId(written);
