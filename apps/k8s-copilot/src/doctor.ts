import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import { type CommandOptions, problemOf } from "./command.ts";
import { type Check, doctorChecks } from "./doctor-checks.ts";
import { exitCodes } from "./exit-codes.ts";
import { jsonLine } from "./output/json.ts";
import type { Way } from "./output/result.ts";
import type { Attempt } from "./problem.ts";
import type { Probes } from "./session.ts";
import { prepare } from "./start.ts";
import { createStopping, untilStopped } from "./stopping.ts";

export type DoctorOptions = Omit<CommandOptions, "open"> & { readonly probes: Probes };

type Finding = { readonly id: string; readonly found: Attempt<string> };

/** Looks at everything that has to be right, goes on after a failure, names cause and remedy. Exit code 0 or 1. */
export const doctor = async (options: DoctorOptions): Promise<number> => {
  const { io, flags, console, probes } = options;
  const prepared = await prepare({ flags, io, message: "" });
  const { say } = prepared;
  const stopping = createStopping(io, console.readerGone);
  const run = async ({ look }: Check): Promise<Attempt<string> | "skipped"> => {
    try {
      return (await look()) ?? "skipped";
    } catch (thrown) {
      return { kind: "problem", problem: problemOf(thrown, io, say) };
    }
  };
  const findings: Finding[] = [];
  for (const check of doctorChecks({ prepared, io, flags, probes, signal: stopping.signal })) {
    console.status.show(say(check.name));
    const found = await untilStopped(run(check), stopping.signal);
    if (found === undefined) break;
    if (found === "skipped") continue;
    findings.push({ id: check.id, found });
    if (flags.output === "text") tellFinding(say(check.name), found, { console, flags, say });
  }
  stopping.end();
  console.status.clear();
  const report = reportOf(findings);
  if (flags.output !== "text") console.print(jsonLine(report));
  return stopping.code() ?? (report.ok ? exitCodes.ok : exitCodes.failure);
};

const reportOf = (findings: readonly Finding[]) => ({
  ok: findings.every(({ found }) => found.kind === "ok"),
  checks: findings.map(({ id, found }) =>
    found.kind === "ok"
      ? { check: id, ok: true, found: found.value }
      : { check: id, ok: false, code: found.problem.code, cause: found.problem.message, remedy: found.problem.remedy },
  ),
});

const tellFinding = (name: string, found: Attempt<string>, { console, say }: Way): void => {
  const { out } = console;
  if (found.kind === "ok") {
    console.print(`${out.good("✓")} ${say("finding", { name, text: terminalSafe(found.value) })}`);
    return;
  }
  console.print(`${out.bad("✗")} ${say("finding", { name, text: terminalSafe(found.problem.message) })}`);
  console.print(`  ${say("remedy", { text: terminalSafe(found.problem.remedy) })}`);
};
