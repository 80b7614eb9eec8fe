import { type OpenRouterDouble, type OpenRouterOptions, startOpenRouter } from "./start.ts";

/** A hook of a test runner, such as `afterEach` or `afterAll` of vitest. */
export type EndHook = (run: () => Promise<void>) => unknown;

/**
 * A starter of doubles that looks after itself: when the hook runs, each double that was started is closed, and the test or
 * file fails if a request broke a rule or a scripted answer was left over.
 */
export function useOpenRouter(atEnd: EndHook): (options?: OpenRouterOptions) => Promise<OpenRouterDouble> {
  const started: OpenRouterDouble[] = [];
  atEnd(async () => {
    const doubles = started.splice(0);
    await Promise.all(doubles.map((double) => double.close()));
    const problems = doubles.flatMap(problemsOf);
    if (problems.length > 0) throw new Error(`The model service was not used as it must be:\n${problems.join("\n")}`);
  });
  return async (options) => {
    const double = await startOpenRouter(options);
    started.push(double);
    return double;
  };
}

function problemsOf(double: OpenRouterDouble): readonly string[] {
  return [
    ...double.violations().map(({ rule, detail, request }) => `request ${request} breaks ${rule}: ${detail}`),
    ...double
      .leftovers()
      .map(({ reply }) => `nobody asked for ${typeof reply === "function" ? "a reply" : JSON.stringify(reply)}`),
  ];
}
