import { styleText } from "node:util";
import type { Environment } from "../language.ts";

export type Style = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly bad: (text: string) => string;
};

export type ColorFacts = { readonly isTerminal: boolean; readonly environment: Environment; readonly flag: boolean };

/**
 * Whether a stream gets colours: never with `--no-color` or a NO_COLOR that is not empty (no-color.org), always with
 * FORCE_COLOR, else on a terminal that is not dumb.
 */
export const wantsColor = ({ isTerminal, environment, flag }: ColorFacts): boolean => {
  if (!flag || environment.NO_COLOR) return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && environment.TERM !== "dumb";
};

export const createStyle = (colored: boolean): Style => {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    colored && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  return { bold: paint("bold"), dim: paint("dim"), good: paint("green"), warning: paint("magenta"), bad: paint("red") };
};
