import { askedOfError } from "./error-texts.ts";

/** A text with what is said by numbers or pasted written in the words that the tables know. */
export const inPlainWords = (text: string): string => allOfThem(notAllReady(askedOfError(text)));

/** “0/2 ready”, “1/3 running”: not all of them are. */
const notAllReady = (text: string): string =>
  text.replace(fraction, (whole, ready: string, wanted: string) => {
    if (Number(ready) >= Number(wanted)) return whole;
    return /\p{Script=Han}/u.test(text) ? " 未就绪 " : " not ready ";
  });
const fraction = /(?<![\w./-])(\d{1,4})\/(\d{1,4})(?![\w/.-])(?:\s*(?:ready|running|up|就绪|可用))?/giu;

/** “In both clusters”, “三个集群里”: in all of them. */
const allOfThem = (text: string): string =>
  text
    .replace(
      /\b(?:both|(?:the|my|our|all)\s+(?:two|three|four|five|six|[2-9]))(?:\s+of)?(?:\s+the)?\s+clusters\b/giu,
      "all clusters",
    )
    .replace(/(?:这|那|全部|所有)?[两二三四五六七八九2-9]\s?个集群(?=[里中上下都的])/gu, "所有集群");
