import type { CallResult } from "@k8s-copilot/crew";
import { createCatalog } from "../../src/catalog/index.ts";
import { drive } from "../../src/overview/chains.ts";
import { type SurveyTarget, surveyCluster } from "../../src/overview/survey.ts";
import type { ClusterSurvey, Read } from "../../src/overview/types.ts";
import { describeFailure } from "../../src/results/failures.ts";
import { toolNamed } from "../catalog/tool-table.ts";

export const now = Date.parse("2026-03-01T12:00:00Z");

type Args = Read["args"];
/** What a tool answers; an Error is a failure in its words. */
export type Answer = string | Error;
/** A tool: its parameters, `*` for a required one, and its answers. */
export type ScriptedTool = {
  readonly parameters?: string;
  readonly description?: string;
  readonly answer: (args: Args) => Answer;
};
export type ScriptedServer = Readonly<Record<string, ScriptedTool>>;

export type Surveyed = {
  readonly survey: ClusterSurvey;
  /** The reads, round by round. */
  readonly rounds: readonly (readonly Read[])[];
  readonly readsOf: (tool: string) => readonly Args[];
};

/** Surveys a cluster on a server that is only a script; reads that the script does not know are an error. */
export const surveyOf = async (
  server: ScriptedServer,
  target: Partial<Pick<SurveyTarget, "view" | "namespace" | "cluster" | "name">> = {},
): Promise<Surveyed> => {
  const rounds: (readonly Read[])[] = [];
  const chain = surveyCluster({
    catalog: createCatalog(Object.entries(server).map(([name, tool]) => toolOf(name, tool))),
    cluster: "",
    current: true,
    view: "status",
    now,
    ...target,
  });
  const survey = await drive(chain, async (reads) => {
    rounds.push(reads);
    return reads.map((read) => resultOf(server, read));
  });
  const all = rounds.flat();
  return { survey, rounds, readsOf: (tool) => all.filter((read) => read.tool === tool).map(({ args }) => args) };
};

const toolOf = (name: string, { parameters = "", description = "" }: ScriptedTool) => {
  const words = parameters.split(" ").filter((word) => word !== "");
  const properties = Object.fromEntries(words.map((word) => [word.replace("*", ""), { type: "string" }]));
  const required = words.filter((word) => word.endsWith("*")).map((word) => word.replace("*", ""));
  return toolNamed(name, properties, { required, description });
};

const resultOf = (server: ScriptedServer, read: Read): CallResult => {
  const tool = server[read.tool];
  if (tool === undefined) throw new Error(`The survey called ${read.tool}, which the server does not have.`);
  const required = (tool.parameters ?? "").split(" ").filter((word) => word.endsWith("*"));
  const missing = required.map((word) => word.replace("*", "")).filter((name) => read.args[name] === undefined);
  if (missing.length > 0) throw new Error(`The survey called ${read.tool} without ${missing.join(", ")}.`);
  const answer = tool.answer(read.args);
  const failed = typeof answer === "string" ? undefined : describeFailure(answer.message);
  return {
    call: { id: "1", tool: read.tool, args: read.args },
    server: "scripted",
    outcome: failed?.outcome ?? "ok",
    text: typeof answer === "string" ? answer : answer.message,
    message: failed?.message ?? "",
    cached: false,
    ageMs: 0,
    ms: 1,
  };
};

export const table = (head: string, rows: readonly (readonly string[])[]): string => {
  const cells = [head.split(" "), ...rows];
  return cells
    .map((row) =>
      row
        .map((cell) => cell.padEnd(24))
        .join("")
        .trimEnd(),
    )
    .join("\n");
};

export const forbidden = (plural: string, namespace?: string): Error => {
  const where = namespace === undefined ? "at the cluster scope" : `in the namespace "${namespace}"`;
  return new Error(`${plural} is forbidden: User "ann" cannot list resource "${plural}" in API group "" ${where}`);
};

export const namesOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(3, "0")}`);
