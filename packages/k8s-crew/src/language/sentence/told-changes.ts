import { asksOfChange, toldBefore, toldRestarts } from "../lexicon/told-changes.ts";
import { anyOf } from "../text/pattern.ts";

/** A longer message is a story that is told. */
const longest = 500;

/** A text with restarts that are told or asked about in words that ask for none: “老重启” is said as “频繁重启”. */
export const withToldRestarts = (text: string): string =>
  text.length > longest || !/重启|restart/iu.test(text)
    ? text
    : toldRestarts.reduce((told, [pattern, meant]) => told.replace(pattern, meant), text);

const told = new RegExp(`${anyOf(toldBefore)}$`, "u");

/** Whether a Chinese verb stands behind words that tell of it: “又删”, “会自动扩容”. */
export const isTold = (before: string): boolean => told.test(before);

/** Whether a clause asks about a change, from its first words on: “who evicts”, “does it scale”. */
export const asksAboutIt = (clause: string): boolean => asksOfChange.some((pattern) => pattern.test(clause));
