import { parameterOf } from "../../catalog/arguments.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Request } from "../../language/index.ts";
import type { DraftStep } from "../../plan/types.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";

type Asking = { readonly turn: PlannerInput; readonly catalog: Catalog };
const keys = ["cluster", "namespace"] as const;

type SaidPlaces = { readonly [key in keyof Pick<Request, (typeof keys)[number]>]?: string | undefined };

/** A plan with the places that were named and that there are, where it leaves them out. */
export const withSaidPlaces = (reply: PlannerReply, asked: SaidPlaces | undefined, asking: Asking): PlannerReply => {
  const { known } = asking.turn;
  const said = Object.fromEntries(
    keys.flatMap((key) => {
      const value = asked?.[key];
      return value !== undefined && known[key]?.includes(value) === true ? [[key, value] as const] : [];
    }),
  );
  if (reply.kind !== "plan" || Object.keys(said).length === 0) return reply;
  return {
    ...reply,
    steps: reply.steps.map((step) => placed(step, said, asking)),
    ...(reply.view === "call" ? {} : { place: { ...said, ...reply.place } }),
    ...(said.namespace === undefined ? {} : { allNamespaces: false }),
  };
};

const placed = (step: DraftStep, said: Readonly<Record<string, string>>, { catalog }: Asking): DraftStep => {
  const entry = catalog.get(step.tool);
  const missing = keys.flatMap((key) => {
    const parameter = entry && parameterOf(entry, key);
    const value = said[key];
    return parameter && value !== undefined && !(parameter.name in step.args) ? [[parameter.name, value] as const] : [];
  });
  return missing.length === 0 ? step : { ...step, args: { ...step.args, ...Object.fromEntries(missing) } };
};
