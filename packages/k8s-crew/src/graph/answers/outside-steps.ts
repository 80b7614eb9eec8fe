import { kubectlOfCall } from "../../guidance/call-commands.ts";
import { callText } from "../../investigation/text.ts";
import type { NextStep } from "../../output/output.ts";
import { resourceOf } from "../../plan/admit.ts";
import { say } from "../../words/investigation-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

/** Reads that would leave the place that was agreed to, for the person to choose. */
const stepLimit = 1;

/** What an investigation wanted to read outside of its place is offered: taking it is the person's consent. */
export const outsideSteps = ({ catalog }: Parts, { rounds, language }: State): readonly NextStep[] =>
  rounds
    .flatMap(({ refused }) => refused.filter(({ why }) => why === "outside"))
    .flatMap(({ read }) => {
      const entry = catalog.get(read.tool);
      if (!entry) return [];
      const { tool, args } = read;
      const message = kubectlOfCall({ entry, verb: entry.verb, resource: resourceOf(entry, args), args });
      return message === undefined
        ? []
        : [{ label: say(language, "outsideStep", { call: callText({ tool, args }) }), message }];
    })
    .slice(0, stepLimit);
