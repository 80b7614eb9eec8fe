/** The default model, and what OpenRouter's users are told when the one that they asked for is gone and nothing better is known. */
export const defaultModel = "google/gemini-2.5-flash";

/** Models that their vendor has shut off, whatever a list still says, and what took their place. */
export const retiredModels: { readonly [model: string]: string } = {
  "google/gemini-2.5-flash-preview-05-20": "google/gemini-2.5-flash",
};

/** Models whose end is announced, and what their vendor names as the next one. */
const successors: { readonly [model: string]: string } = {
  ...retiredModels,
  "google/gemini-2.5-flash": "google/gemini-3.5-flash-lite",
};

/** `google/gemini-2.5-flash:nitro` → without its variant, which says how to route or to think and not which model it is. */
export function withoutVariant(model: string): string {
  return model.replace(/:[a-z]+$/, "");
}

/** What took the place of a model that was shut off. */
export function replacementOf(model: string): string | undefined {
  return retiredModels[withoutVariant(model)];
}

/** Whether the names of models there are OpenRouter's, so that one of them may be named. */
export function isOpenRouter(host: string): boolean {
  return /(^|\.)openrouter\.ai(:\d+)?$/i.test(host);
}

/** The next model in line that is there; undefined when none is known. */
export function successorOf(model: string, isThere: (candidate: string) => boolean): string | undefined {
  const next = successors[withoutVariant(model)];
  return next === undefined || isThere(next) ? next : successorOf(next, isThere);
}

/**
 * Whether an answer's model is the one that was asked for, which vendors write with a date, without a vendor or with a
 * tag. What is asked of an alias (`~google/gemini-flash-latest`, `openrouter/auto`) is whatever it stands for.
 */
export function isSameModel(asked: string, served: string): boolean {
  return /^~|^openrouter\//.test(asked) || plainName(asked) === plainName(served);
}

const date = /-(preview-)?(\d{8}|\d{4}-\d{2}-\d{2}|\d{2}-\d{2}(-\d{4})?|\d{2}-\d{4})$/;

function plainName(model: string): string {
  const name = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  return withoutVariant(name).replace(date, "");
}
