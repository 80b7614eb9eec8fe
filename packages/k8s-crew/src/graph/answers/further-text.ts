import { inLanguage } from "../../playbooks/types.ts";
import { answerFor } from "../../report/answer.ts";
import { sayFurther } from "../../words/further-words.ts";
import { causeWord } from "../../words/overview-words.ts";
import { say } from "../../words/playbook-words.ts";
import type { Parts } from "../parts.ts";
import { addedLimits, kubectlOf } from "../reads/further.ts";
import type { AddedLook, State } from "../state.ts";

/** What the added steps show, each with why it was added, and what was not added and why. */
export const furtherText = (parts: Parts, state: State): string => {
  const further = state.further ?? [];
  const added = further.filter(({ why }) => why === undefined).map((each) => addedText(parts, state, each));
  const left = further.filter(({ why }) => why !== undefined).map((each) => leftText(state, each));
  return [...added, left.join("\n")].filter((part) => part !== "").join("\n\n");
};

const addedText = (parts: Parts, { language }: State, added: AddedLook): string => {
  const { shelf, width } = parts.turn();
  const { number, calls, because, verb, resource, cluster, namespace, name, node, show } = added;
  const cost = say(language, calls > 1 ? "costAbout" : "costCalls", { count: calls });
  const effect = say(language, "read");
  const title = sayFurther(language, "added", {
    number,
    effect,
    cost,
    because,
    look: inLanguage(added.look, language),
  });
  const listing = shelf.further.get(number);
  if (listing?.kind !== "listed")
    return `${title}\n${say(language, "notRead", { cause: causeWord(language, listing?.cause ?? "failed") })}`;
  const { text } = answerFor(
    { outcome: "ok", text: "", message: "", rows: listing.items },
    {
      ...{ verb, resource, language, width, now: parts.settings.now() },
      ...(cluster === "" ? {} : { cluster }),
      ...(namespace === undefined ? { everywhere: true } : { namespace }),
      ...(name === undefined ? {} : { nameContains: name }),
      ...(node === undefined ? {} : { node }),
      ...(show === undefined ? {} : { quality: show }),
    },
  );
  return `${title}\n${text}`;
};

const leftText = ({ language }: State, added: AddedLook): string => {
  const { why, because } = added;
  const look = inLanguage(added.look, language);
  const command = kubectlOf(added) ?? "";
  if (why === "no_tool") return sayFurther(language, "noTool", { because, look, command });
  return sayFurther(language, why === "over_limit" ? "overLimit" : "outside", { because, look, ...addedLimits });
};
