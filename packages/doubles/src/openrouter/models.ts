import type { Family, State } from "./types.ts";

/** A model as `GET /models` lists it. Prices are US dollars per token. */
export type CatalogModel = {
  readonly id: string;
  readonly canonicalSlug: string;
  readonly family: Family;
  readonly state: "ok" | "deprecated" | "no_endpoints";
  readonly contextLength: number;
  readonly maxCompletionTokens: number;
  readonly promptPrice: number;
  readonly completionPrice: number;
  readonly cachedPrice: number;
  /** Prompt tokens from which the provider's implicit cache works. */
  readonly cacheFrom: number;
  readonly supportedParameters: readonly string[];
  readonly refusesAssistantLast: boolean;
  readonly expirationDate: string | null;
  readonly successor?: string;
};

const gemini = {
  state: "ok" as const,
  contextLength: 1_048_576,
  maxCompletionTokens: 65_536,
  cacheFrom: 1024,
  supportedParameters:
    "tools tool_choice structured_outputs response_format reasoning include_reasoning max_tokens temperature top_p stop seed".split(
      " ",
    ),
  expirationDate: null,
} satisfies Partial<CatalogModel>;

/** Prices of 2.5-flash were confirmed by a recorded usage block (326 in, 91 out: 0.0003253 USD). */
export const catalog: readonly CatalogModel[] = [
  {
    ...gemini,
    id: "google/gemini-2.5-flash",
    canonicalSlug: "google/gemini-2.5-flash",
    family: "gemini25",
    maxCompletionTokens: 65_535,
    promptPrice: 3e-7,
    completionPrice: 2.5e-6,
    cachedPrice: 3e-8,
    refusesAssistantLast: false,
    successor: "google/gemini-3.5-flash-lite",
  },
  {
    ...gemini,
    id: "google/gemini-2.5-flash-preview-05-20",
    canonicalSlug: "google/gemini-2.5-flash-preview-05-20",
    family: "gemini25",
    state: "deprecated",
    promptPrice: 3e-7,
    completionPrice: 2.5e-6,
    cachedPrice: 3e-8,
    refusesAssistantLast: false,
    successor: "google/gemini-2.5-flash",
  },
  {
    ...gemini,
    id: "google/gemini-3.5-flash-lite",
    canonicalSlug: "google/gemini-3.5-flash-lite",
    family: "gemini3",
    promptPrice: 3e-7,
    completionPrice: 2.5e-6,
    cachedPrice: 3e-8,
    refusesAssistantLast: true,
  },
  {
    ...gemini,
    id: "google/gemini-3.5-flash",
    canonicalSlug: "google/gemini-3.5-flash-20260519",
    family: "gemini3",
    promptPrice: 1.5e-6,
    completionPrice: 9e-6,
    cachedPrice: 1.5e-7,
    refusesAssistantLast: false,
  },
  {
    ...gemini,
    id: "google/gemini-3.7-flash",
    canonicalSlug: "google/gemini-3.7-flash",
    family: "gemini3",
    promptPrice: 7.5e-7,
    completionPrice: 3.75e-6,
    cachedPrice: 7.5e-8,
    refusesAssistantLast: true,
  },
  {
    ...gemini,
    id: "openai/gpt-5-mini",
    canonicalSlug: "openai/gpt-5-mini",
    family: "openai",
    contextLength: 400_000,
    maxCompletionTokens: 128_000,
    promptPrice: 2.5e-7,
    completionPrice: 2e-6,
    cachedPrice: 2.5e-8,
    refusesAssistantLast: false,
  },
  {
    ...gemini,
    id: "test/no-tools",
    canonicalSlug: "test/no-tools",
    family: "openai",
    contextLength: 32_768,
    maxCompletionTokens: 4096,
    promptPrice: 0,
    completionPrice: 0,
    cachedPrice: 0,
    supportedParameters: ["max_tokens", "temperature"],
    refusesAssistantLast: false,
  },
  {
    ...gemini,
    id: "test/gemini:free",
    canonicalSlug: "test/gemini:free",
    family: "gemini25",
    promptPrice: 0,
    completionPrice: 0,
    cachedPrice: 0,
    refusesAssistantLast: false,
  },
];

const aliases: { readonly [alias: string]: string } = { "~google/gemini-flash-latest": "google/gemini-3.7-flash" };

export function callsTools(model: CatalogModel): boolean {
  return model.supportedParameters.includes("tools");
}

/** The name under which an answer says who served. */
export function servedName(model: CatalogModel, { modelNameStyle }: State): string {
  if (modelNameStyle === "same") return model.id;
  const alias = Object.entries(aliases).find(([, id]) => id === model.id)?.[0];
  return (modelNameStyle === "alias" ? alias : undefined) ?? model.canonicalSlug;
}

/** The model that a request is for; with `autoRoute` the successor serves under the old name. */
export function findModel(name: string, state: State): CatalogModel | undefined {
  const id = aliases[name] ?? name;
  const model = catalog.find((candidate) => candidate.id === id);
  if (model === undefined) return undefined;
  if (state.autoRoute && id === "google/gemini-2.5-flash") return findModel("google/gemini-3.5-flash-lite", state);
  return modelIn(state, model);
}

/** A model of the catalogue as the state has it. */
function modelIn(state: State, model: CatalogModel): CatalogModel {
  const { id } = model;
  const price = state.prices[id];
  return {
    ...model,
    state: state.modelStates[id] ?? model.state,
    expirationDate: state.expirationDates[id] ?? model.expirationDate,
    ...(price !== undefined && {
      promptPrice: price.prompt,
      completionPrice: price.completion,
      cachedPrice: price.cached ?? price.prompt,
    }),
  };
}

/** The model that tests of a family use when they do not care. */
export const modelOfFamily: { readonly [family in Family]: string } = {
  gemini25: "google/gemini-2.5-flash",
  gemini3: "google/gemini-3.5-flash-lite",
  openai: "openai/gpt-5-mini",
};

/** The body of `GET /models`. */
export function listedModels(state: State) {
  const listed = catalog.map((model) => modelIn(state, model)).filter((model) => model.state !== "deprecated");
  const moving = Object.entries(aliases).flatMap(([alias, id]) =>
    listed.filter((model) => model.id === id).map((model) => ({ ...model, id: alias, canonicalSlug: alias })),
  );
  const data = [...listed, ...moving].map((model) => ({
    id: model.id,
    canonical_slug: model.canonicalSlug,
    name: model.id,
    created: 1_750_000_000,
    context_length: model.contextLength,
    pricing: {
      prompt: decimal(model.promptPrice),
      completion: decimal(model.completionPrice),
      input_cache_read: decimal(model.cachedPrice),
    },
    top_provider: { max_completion_tokens: model.maxCompletionTokens },
    supported_parameters: model.supportedParameters,
    expiration_date: model.expirationDate,
  }));
  return { data };
}

/** As OpenRouter writes prices: 0.0000003, never 3e-7. */
function decimal(price: number): string {
  return price.toFixed(12).replace(/\.?0+$/, "");
}
