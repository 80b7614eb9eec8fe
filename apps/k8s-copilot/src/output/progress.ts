import type { CallRecord, PlanStep, TurnEvent } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Flags } from "../flags.ts";
import type { modelWords } from "../words/model.ts";
import { createSay, type Say } from "../words.ts";
import { callInShort, effectWords } from "./call-text.ts";
import type { Console } from "./console.ts";
import { jsonLine } from "./json.ts";

export type TellerOptions = { readonly console: Console; readonly flags: Flags };

type Teller = (event: TurnEvent) => void;

/** Tells what is happening, event by event: to a machine each event as a line of JSON, to a person what matters of it. */
export const createTeller = (options: TellerOptions): Teller => {
  const { console, flags } = options;
  return flags.output === "jsonl" ? (event) => console.print(jsonLine(event)) : createProgress(options);
};

/** What the model is asked for. */
const stageOfAgent: { readonly [agent: string]: keyof typeof modelWords } = {
  planner: "stageModelPlanner",
  clarifier: "stageModelClarifier",
  executor: "stageModelExecutor",
};

/** A service that says that it has too much to do is no silent one. */
const stageOfWait = (reason: string) =>
  reason === "pace" || reason === "model_rate_limited" ? "stageModelWaiting" : "stageModelAgain";

/** Calls of one turn that are told without `-v`. */
const callLimit = 8;

const createProgress = ({ console, flags }: TellerOptions): Teller => {
  const { status, err, isTalkative } = console;
  const tell = (line: string) => {
    if (isTalkative) console.note(line);
  };
  let callsTold = 0;
  let say = createSay("en");
  /** A survey reads dozens of things: beyond the first calls the living line is enough, unless more was asked for. */
  const tellCall = (line: string) => {
    if (flags.verbose || callsTold < callLimit) tell(line);
    else if (callsTold === callLimit) tell(`  ${say("moreCalls")}`);
    callsTold += 1;
  };
  return (event) => {
    switch (event.type) {
      case "turn.started":
        callsTold = 0;
        console.begin("");
        say = createSay(event.language);
        status.restart();
        return status.show(say("stageThinking"));
      case "planning":
        return status.show(say(event.by === "model" ? "stagePlanningModel" : "stagePlanningRules"));
      case "model.started":
        return status.show(say(stageOfAgent[event.agent] ?? "stageThinking"), (seconds) =>
          say("stageModelLong", { seconds }),
        );
      case "model.waiting":
        return status.show(say(stageOfWait(event.reason), { seconds: Math.ceil(event.ms / 1000) }));
      case "plan":
        return planLines(event.steps, flags, say).forEach(isOfWish(event.steps) && !flags.quiet ? console.note : tell);
      case "call.started":
        return status.show(say("stageCalling", { call: callInShort(event) }));
      case "call.finished":
        tellCall(err.dim(callLine(event, say)));
        return status.show(say("stageThinking"));
      case "progress":
        return terminalSafe(event.text).split("\n").forEach(tell);
      case "answer.begun":
        if (flags.output === "text") console.begin(event.text);
        return;
      // A warning is told with the result, which holds them all.
      case "warning":
        return;
      case "result":
        return status.clear();
    }
  };
};

/** A plan that nobody asked for in so many words is shown before it runs, whoever reads it. */
const isOfWish = (steps: readonly PlanStep[]): boolean => steps.some(({ calls }) => calls !== undefined);

/** One harmless step needs no plan to be read; the line of its call says it all. */
const planLines = (steps: readonly PlanStep[], flags: Flags, say: Say): readonly string[] => {
  const isPlain = steps.length <= 1 && steps.every(({ effect }) => effect === "read");
  if (steps.length === 0 || (isPlain && !flags.verbose)) return [];
  const numbered = steps.map((step, index) => ({ step, number: step.number ?? index + 1 }));
  const numbers = [...new Set(numbered.map(({ number }) => number))];
  return [
    say("planTitle"),
    ...numbers.flatMap((number) =>
      stepLines(
        number,
        numbered.flatMap((each) => (each.number === number ? [each.step] : [])),
        say,
      ),
    ),
  ];
};

/** A step of one call is one line; the calls of a step that makes several stand below it. */
const stepLines = (number: number, calls: readonly PlanStep[], say: Say): readonly string[] => {
  const [first] = calls;
  const reason = terminalSafe(first?.reason ?? "", { unsafe: "drop" });
  const told = calls.map((call) => {
    const effect = call.effect === "read" ? "" : ` [${say(effectWords[call.effect])}]`;
    return `${callInShort(call)}${effect}`;
  });
  return told.length === 1
    ? [`  ${number}. ${told[0]}${reason === "" ? "" : ` - ${reason}`}`]
    : [`  ${number}. ${reason}`.trimEnd(), ...told.map((call) => `     ${call}`)];
};

const callLine = (call: CallRecord, say: Say): string => {
  const took = call.cached ? say("callCached", { age: seconds(call.ageMs) }) : `${Math.round(call.ms)} ms`;
  const outcome = call.outcome === "ok" ? "✓" : `✗ ${call.outcome}`;
  return `  ${outcome} ${callInShort(call)} (${took})`;
};

const seconds = (ms: number): string => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`);
