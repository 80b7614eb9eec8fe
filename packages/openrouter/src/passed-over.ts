import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type AccountOptions, askAccount } from "./account.ts";
import { checkModel } from "./check-model.ts";
import { httpFailure } from "./errors/http-failure.ts";
import { ModelError, type ModelFailure, modelFailure } from "./errors/model-error.ts";
import { isSameModel } from "./succession.ts";

export type PassedOverOptions = AccountOptions & {
  /** The model that was asked for. */
  readonly model: string;
  /** The id of the answer that another model gave. */
  readonly answer: string;
};

/**
 * Why a service passed over the model that it was asked for: what its list says of that model, else what its providers
 * replied. Undefined where the service does not tell. Never throws.
 */
export async function whyPassedOver(options: PassedOverOptions): Promise<ModelFailure | undefined> {
  const { model, language = "en" } = options;
  const failure = (cause: ModelError["because"]) => modelFailure(new ModelError({ cause }), language);
  const check = await checkModel(options);
  if (check.kind === "unknown_model" || (check.kind === "ok" && (check.daysLeft ?? 0) < 0)) return failure("not_found");
  if (check.kind === "no_tools") return failure("no_tools");
  const status = options.answer === "" ? undefined : await refusedWith(options);
  return status === undefined ? undefined : failure(causeOf(status, model));
}

/** A fresh answer may take a moment until the service knows of it. */
const waits = [0, 500, 1_000];

async function refusedWith(options: PassedOverOptions): Promise<number | undefined> {
  const { model, answer } = options;
  for (const ms of waits) {
    await sleep(ms);
    const reply = await askAccount(`/generation?id=${encodeURIComponent(answer)}`, generationReply, options);
    if (reply.kind === "ok")
      return (
        reply.value.data.provider_responses.findLast(
          ({ status, model_permaslug }) =>
            (status ?? 0) >= 400 && (model_permaslug === null || isSameModel(model, model_permaslug)),
        )?.status ?? undefined
      );
    if (reply.failure.because !== "not_offered") return undefined;
  }
  return undefined;
}

/** A provider that refuses does so to the service, with the service's own key. */
function causeOf(status: number, model: string): ModelError["because"] {
  return status === 401 || status === 403 ? "request_refused" : httpFailure({ status, body: "", model }).because;
}

const responses = z.array(
  z.object({
    status: z.number().nullish().catch(null),
    model_permaslug: z.string().nullable().catch(null),
  }),
);

const generationReply = z.object({ data: z.object({ provider_responses: responses.catch([]) }) });
