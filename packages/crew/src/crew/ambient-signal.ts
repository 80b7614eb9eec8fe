import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";

/** Does work for which this is the signal of the node around it, as LangChain knows it without being told. */
export function withAmbientSignal<Value>(signal: AbortSignal | undefined, work: () => Value): Value {
  const around: object | undefined = AsyncLocalStorageProviderSingleton.getRunnableConfig();
  return AsyncLocalStorageProviderSingleton.runWithConfig({ ...around, signal }, work);
}
