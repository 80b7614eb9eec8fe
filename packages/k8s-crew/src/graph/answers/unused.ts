import { noteSentence } from "../../overview/render-notes.ts";
import type { Listing } from "../../overview/types.ts";
import type { Step } from "../../plan/types.ts";
import { unusedAnswer } from "../../report/unused-answer.ts";
import type { Row } from "../../results/types.ts";
import { nounOf } from "../../words/nouns.ts";
import { causeWord, say } from "../../words/overview-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { layOut } from "./lay-out.ts";

/** What nothing uses, cluster by cluster; where nothing could be listed, why. */
export const unusedText = (parts: Parts, state: State, steps: readonly Step[]): string => {
  const [first] = steps;
  const users = [...(parts.turn().shelf.users ?? [])];
  const failed = first?.failed?.text ?? (first && layOut(parts, state, first)?.text) ?? "";
  if (users.length === 0) return failed;
  return users
    .map(([cluster, listing]) => {
      const text = clusterText(parts, state, { listing, resource: first?.resource ?? "", first, failed });
      return users.length > 1 ? `${cluster}:\n${text}` : text;
    })
    .join("\n\n");
};

type Looked = {
  readonly listing: Listing<Row>;
  readonly resource: string;
  readonly first: Step | undefined;
  readonly failed: string;
};

const clusterText = (parts: Parts, { language }: State, { listing, resource, first, failed }: Looked): string => {
  if (listing.kind === "unlisted") {
    const words = causeWord(language, listing.cause);
    return failed || say(language, "because", { what: nounOf(resource, 2, language), words });
  }
  const { width } = parts.turn();
  const everywhere = first?.part?.everywhere === true;
  const answer = unusedAnswer(listing.items, { language, resource, width, now: parts.settings.now(), everywhere });
  return [answer, ...(listing.notes ?? []).map((note) => noteSentence(note, language))].join("\n");
};
