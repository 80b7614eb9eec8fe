import { defineConfig } from "vitest/config";

/** Tests run from source: the `@k8s-copilot/source` export condition leads from one package into another without a build. */
export default defineConfig({
  resolve: { conditions: ["@k8s-copilot/source"] },
  ssr: { resolve: { conditions: ["@k8s-copilot/source"] } },
  test: {
    projects: [
      { extends: true, test: { name: "packages", include: ["packages/*/test/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "apps",
          include: ["apps/*/test/**/*.test.ts", "examples/**/*.test.ts"],
          globalSetup: "apps/k8s-copilot/test/helpers/build.ts",
        },
      },
    ],
    // Nothing works at import and nothing is global, so files may share what a worker has loaded: a third of the time.
    isolate: false,
    setupFiles: ["scripts/property-seed.ts"],
    pool: "forks",
    // As the app does: regular expressions are compiled once and not twice.
    execArgv: ["--no-regexp-tier-up"],
    // Much of a story is waiting for a server, which is a process of its own.
    maxWorkers: 4,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
