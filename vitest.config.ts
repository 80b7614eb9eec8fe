import { defineConfig } from "vitest/config";

/** Tests run from source: the `@k8s-copilot/source` export condition leads from one package into another without a build. */
export default defineConfig({
  resolve: { conditions: ["@k8s-copilot/source"] },
  ssr: { resolve: { conditions: ["@k8s-copilot/source"] } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "apps/*/test/**/*.test.ts", "examples/**/*.test.ts"],
    setupFiles: ["scripts/property-seed.ts"],
    pool: "forks",
    // Most of a story is waiting for the bundled server, which lets few requests a second through.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
