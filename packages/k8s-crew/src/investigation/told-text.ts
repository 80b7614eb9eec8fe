import type { Language } from "../language/types.ts";
import { terminalSafe } from "../safety/terminal-safe.ts";
import { withoutUnknownLinks } from "./named.ts";

/**
 * A text of a model as a person is shown it, whatever it stands for: nothing that a terminal obeys, no markup, and no
 * link that `known` does not hold.
 */
export const toldText = (text: string, known: string, language: Language): string =>
  withoutUnknownLinks(terminalSafe(text).trim(), known, language);
