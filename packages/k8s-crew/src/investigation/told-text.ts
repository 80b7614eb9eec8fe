import type { Language } from "../language/types.ts";
import { terminalSafe } from "../safety/terminal-safe.ts";
import { withoutCommands } from "./commands.ts";
import { withoutUnknownLinks } from "./named.ts";

/**
 * A text of a model as a person is shown it, whatever it stands for: nothing that a terminal obeys, no markup, no link
 * that `known` does not hold, and no command that changes something.
 */
export const toldText = (text: string, known: string, language: Language): string =>
  withoutCommands(withoutUnknownLinks(terminalSafe(text).trim(), known, language), language);
