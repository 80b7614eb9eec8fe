import type { ModelCheck, ModelFacts } from "@k8s-copilot/openrouter";
import { type Attempt, failed, ok } from "../problem.ts";
import type { Say } from "../words.ts";
import { type Asked, problemOf } from "./asked.ts";

/** What the service's list tells of a model: whether it is there, can call tools, and for how long. */
export const modelFound = (
  check: ModelCheck,
  { host, model, say }: Pick<Asked, "host" | "model" | "say">,
  setting: string,
): Attempt<string> => {
  switch (check.kind) {
    case "failure":
      return check.failure.because === "not_offered"
        ? ok(say("modelUnlisted", { model, host }))
        : problemOf(check.failure, { say });
    case "no_tools":
      return failed("model_no_tools", say("modelNoTools", { model }), say("modelChooseTools", { host, setting }));
    case "unknown_model": {
      const { successor, near } = check;
      const others = successor === null ? near : [successor];
      const message = say(successor === null ? "modelUnknown" : "modelRetired", { host, model });
      const models = others.join(say("modelOrModel"));
      const remedy =
        others.length === 0 ? say("modelChoose", { host, setting }) : say("modelSetTo", { setting, models });
      return failed("model_not_found", message, remedy);
    }
    case "ok":
      return lasting(check, { host, model, say }, setting);
  }
};

type Found = Extract<ModelCheck, { kind: "ok" }>;
type Named = { readonly host: string; readonly model: string; readonly say: Say };

const lasting = ({ model: facts, daysLeft, successor }: Found, named: Named, setting: string): Attempt<string> => {
  const { model, host, say } = named;
  // A list of names alone tells nothing of tools.
  let text = say(tellsMore(facts) ? "modelFine" : "modelListed", { model });
  if (daysLeft === null) return ok(text);
  const day = (facts.expirationDate ?? "").slice(0, 10);
  if (daysLeft < 0) {
    const remedy =
      successor === null ? say("modelChoose", { host, setting }) : say("modelSetTo", { setting, models: successor });
    return failed("model_not_found", say("modelEnded", { model, day }), remedy);
  }
  text = daysLeft === 0 ? say("modelEndsToday", { text }) : say("modelEnds", { text, day, days: daysLeft });
  return ok(successor === null ? text : say("modelThen", { text, successor }));
};

const tellsMore = ({ promptPrice, contextLength }: ModelFacts): boolean =>
  promptPrice !== null || contextLength !== null;
