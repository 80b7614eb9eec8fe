import { z } from "zod";
import { type AccountOptions, askAccount, endedBy } from "./account.ts";
import { checkModel, type ModelCheck } from "./check-model.ts";
import { httpFailure } from "./errors/http-failure.ts";
import { ModelError } from "./errors/model-error.ts";
import { isSameModel } from "./succession.ts";
import { wait } from "./wait.ts";

/** `timeoutMs`: of all looks together. */
export type PassedOverOptions = Omit<AccountOptions, "language"> & {
  /** The model that was asked for. */
  readonly model: string;
  /** The id of the answer that another model gave. */
  readonly answer: string;
};

/**
 * Why a service passed over the model that it was asked for: what its list says of that model, else what its providers
 * replied. Undefined where the service does not tell, or not in time. Never throws; `describeModelError` has the words.
 */
export async function whyPassedOver(options: PassedOverOptions): Promise<ModelError | undefined> {
  const { model, answer, timeoutMs = 10_000 } = options;
  const asked = { ...options, signal: endedBy(options.signal, timeoutMs) };
  const [check, status] = await Promise.all([checkModel(asked), answer === "" ? undefined : refusedWith(asked)]);
  const cause = listedCause(check) ?? (status === undefined ? undefined : causeOf(status, model));
  return cause === undefined ? undefined : new ModelError({ cause });
}

function listedCause(check: ModelCheck): ModelError["because"] | undefined {
  if (check.kind === "unknown_model" || (check.kind === "ok" && (check.daysLeft ?? 0) < 0)) return "not_found";
  return check.kind === "no_tools" ? "no_tools" : undefined;
}

/** Milliseconds before each look: a fresh answer may take a moment until the service knows of it. */
const waits = [0, 400, 600];

async function refusedWith(options: PassedOverOptions): Promise<number | undefined> {
  const { model, answer, signal } = options;
  for (const ms of waits) {
    if (!(await hasWaited(ms, signal))) return undefined;
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

async function hasWaited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await wait(ms, signal);
    return true;
  } catch {
    return false;
  }
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
