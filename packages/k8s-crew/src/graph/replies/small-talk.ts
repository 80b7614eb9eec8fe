import { readRequest } from "../../language/index.ts";
import { type DialogueWord, sayDialogue } from "../../words/dialogue-words.ts";
import { again, type Replying, type Understood } from "./understood.ts";

const answers: { readonly [kind: string]: DialogueWord } = {
  greeting: "hello",
  thanks: "welcome",
  about_assistant: "program",
  out_of_scope: "notMine",
};

/** Small talk while a question is open gets a short answer, and the question stands. Undefined: it is none. */
export const smallTalk = ({ state, ask }: Replying, text: string): Understood | undefined => {
  const { kind } = readRequest(text);
  const word = kind === "thanks" && !thanks.test(text) ? undefined : answers[kind];
  return word && again(state, ask, { lead: sayDialogue(state.language, word), cost: 0 });
};

/** “That's all” ends, “thanks” does not. */
const thanks = /谢|\bthanks?\b|\bthx\b|\bty\b|\bcheers\b/iu;
