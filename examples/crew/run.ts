// npm run example -- 02        with OPENROUTER_API_KEY a real model answers, without it what replies.ts says
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { exampleNames, replayedModel } from "./replies.ts";

const [wanted = "02"] = process.argv.slice(2);
const name = exampleNames.find((each) => each.startsWith(wanted));
if (name === undefined) throw new Error(`There is no example ${wanted}. They are: ${exampleNames.join(", ")}.`);
const { OPENROUTER_API_KEY: apiKey, OPENROUTER_MODEL: model = "google/gemini-2.5-flash" } = process.env;
const baseUrl = "https://openrouter.ai/api/v1";
const { main } = await import(`./${name}.ts`);
await main(apiKey ? createOpenRouterModel({ apiKey, baseUrl, model }) : replayedModel(name), console.log);
