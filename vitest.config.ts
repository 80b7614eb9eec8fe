import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = fileURLToPath(new URL("./packages", import.meta.url));

/**
 * Tests run from source: one package leads into another without a build. By alias, not by an export condition: vitest
 * would hand the condition on to Node, where other people's packages have a `source` of their own (eventsource has).
 */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@k8s-copilot\/([\w-]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@k8s-copilot\/([\w-]+)\/([\w-]+)$/, replacement: `${packages}/$1/src/$2/index.ts` },
    ],
  },
  test: {
    include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts", "examples/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
