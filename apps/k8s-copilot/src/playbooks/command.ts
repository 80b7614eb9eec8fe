import { type DescribedPlaybook, describePlaybook } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { CommandOptions } from "../command.ts";
import { exitCodeOfError, exitCodes } from "../exit-codes.ts";
import { jsonLine } from "../output/json.ts";
import { showProblem } from "../output/result.ts";
import { prepare } from "../start.ts";
import type { Say } from "../words.ts";
import { loadPlaybooks } from "./load.ts";

/** Lists the playbooks: what each is for, what calls it, and its steps. No server is needed for it. */
export const playbooks = async (options: Omit<CommandOptions, "open">): Promise<number> => {
  const { console, flags, io } = options;
  const prepared = await prepare({ flags, io, message: "" });
  const { say, language } = prepared;
  const found = prepared.kind === "problem" ? prepared : loadPlaybooks({ ...prepared.loaded, say });
  if (found.kind === "problem") {
    showProblem(found.problem, language, { console, flags, say });
    return exitCodeOfError(found.problem.code);
  }
  const list = found.value.map((playbook) => describePlaybook(playbook, language));
  if (flags.output === "jsonl") for (const playbook of list) console.print(jsonLine(playbook));
  else if (flags.output === "json") console.print(jsonLine(list));
  else for (const playbook of list) linesOf(playbook, say).forEach(console.print);
  return exitCodes.ok;
};

/** Phrases that are shown of those that call a playbook. */
const phraseLimit = 4;

const linesOf = ({ id, title, wishes, steps }: DescribedPlaybook, say: Say): readonly string[] =>
  [
    `${id}  ${title}`,
    `  ${say("playbookCalledBy", { phrases: wishes.slice(0, phraseLimit).join(" / ") })}`,
    ...steps.map(
      ({ verb, resources, reason }, index) => `  ${index + 1}. ${reason}  (${verb} ${resources.join(", ")})`,
    ),
    "",
  ].map((line) => terminalSafe(line, { unsafe: "drop" }));
