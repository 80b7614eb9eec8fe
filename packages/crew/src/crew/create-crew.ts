import type { Inputs } from "../placeholders.ts";
import type { Task } from "../task/types.ts";
import { apart } from "./apart.ts";
import { kickoff, kickoffForEach } from "./kickoff.ts";
import { createLife } from "./life.ts";
import { replay } from "./replay.ts";
import { resume } from "./resume.ts";
import { createStream } from "./stream.ts";
import type { Crew, CrewOptions, ForEachOptions, KickoffOptions, ReplayOptions, ResumeOptions } from "./types.ts";

/**
 * A crew out of tasks, compiled to a LangGraph graph. Throws `CrewError` for what cannot work: `options_invalid`,
 * `crew_empty`, `crew_limit_invalid`, `task_name_taken`, `agent_name_taken`, `tool_name_taken`, `tool_schema_invalid`, `agent_missing`,
 * `manager_missing`, `manager_invalid`, `model_without_tools`, `context_unknown`, `context_cyclic`, `context_later`, `condition_first`.
 */
export function createCrew<const All extends readonly Task[], const Further extends string = never>(
  options: CrewOptions<All, Further>,
): Crew<All, Further>;
export function createCrew(options: CrewOptions): Crew {
  const life = createLife(options);
  return {
    graph: life.graph,
    tasks: life.tasks,
    inputs: life.inputs,
    kickoff: (inputs?: Inputs, more: KickoffOptions = {}) => apart(() => kickoff(life, { ...more, inputs })),
    stream: (inputs?: Inputs, more: KickoffOptions = {}) =>
      createStream(more, (own) => apart(() => kickoff(life, { ...own, inputs }))),
    kickoffForEach: (list: readonly Inputs[], more: ForEachOptions = {}) =>
      apart(() => kickoffForEach(life, list, more)),
    resume: (how: ResumeOptions) => apart(() => resume(life, how)),
    replay: (how: ReplayOptions) => apart(() => replay(life, how)),
  };
}
