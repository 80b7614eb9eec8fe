import type { ReplyChoice } from "../types.ts";
import { mentionedChoices } from "./choice-mentions.ts";
import { findOrdinal, readChoiceNumbers } from "./choice-numbers.ts";
import { choicesWith } from "./choice-qualities.ts";
import { qualityOfOne } from "./quality-of-one.ts";
import { isSuperlative } from "./several.ts";

/** What a reply shuts out: the choices that are left, and what it says beside that. */
export type ShutOut = { readonly left: readonly ReplyChoice[]; readonly beside: string; readonly all: boolean };

type Shown = { readonly choices: readonly ReplyChoice[]; readonly shown?: number };

const until =
  "(?<denied>[^,，.。;；?？]{1,80}?)(?=[\\s]*(?:[,，。;；.!！]|而?是(?!不)|要|都|全|其[他余它]|剩|别的|另|\\bbut\\b|\\b(?:rather|instead)\\b|$))";

/**
 * “Anything but v1”, “not the first”, “别选 v1”, “v2 以外”: where the reply takes away. A state is none of these: “not
 * ready” and “不健康的” name what they say.
 */
const forms: readonly RegExp[] = [
  /(?:除(?:了|开|去|掉)?|排除)?\s*(?<denied>[^,，.。;；?？]{1,80}?)\s*(?:以外|之外|除外)/iu,
  new RegExp(`(?:除(?:了|开|去|掉)?|排除|去掉|跳过)\\s*${until}`, "iu"),
  new RegExp(`(?:别|不要?|甭|勿)(?:选|要|删|动|碰|用|看|拿|取|是)(?:掉)?\\s*${until}`, "iu"),
  new RegExp(`不要\\s*${until}`, "iu"),
  /(?<denied>[^,，.。;；?？]{1,80}?)\s*(?:别|不)(?:选|要|删|动|碰|用|看|拿|取)(?:了)?(?=[\s,，。.!！]*$|[\s,，。;；])/iu,
  new RegExp(
    `\\b(?:except(?:ing)?(?: for)?|other than|apart from|aside from|excluding|barring|rather than|instead of|minus|(?:all|any|every|each|both|either)(?:thing|one)?(?: of (?:them|these|those))? (?:but|without|save|bar))\\s+${until}`,
    "iu",
  ),
  new RegExp(
    `\\b(?:not|never|do not|don'?t|dont)\\s+(?:(?:take|pick|choose|use|select|delete|remove|kill|touch|restart|scale|want|do|mean|include)\\s+)?${until}`,
    "iu",
  ),
];

const all = /\b(?:all|every(?:one)?|everything|both|rest|others)\b|都|全|所有|其[他余它]|剩|别的|另外/iu;

/** “Don't delete all of them”, “别都删”: all are not meant. */
const notAll =
  /\b(?:not|never|don'?t|no)\b[^,.;]*\b(?:all|every\w*|both)\b|(?:别|不要|不是)[^,，。;；]*(?:都|全|所有)/iu;

/** What is left where a reply takes away some of the choices; undefined where it takes none away. */
export const shutOutIn = (text: string, shown: Shown): ShutOut | undefined => {
  if (shown.choices.length === 0 || /[?？吗]\s*$/u.test(text)) return undefined;
  for (const form of forms) {
    const match = form.exec(text);
    const part = match?.groups?.denied?.trim() ?? "";
    const taken = part === "" ? undefined : choicesNamed(part, shown);
    if (match === null || taken === undefined) continue;
    const beside = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
      .replace(/^[\s,，。.;；]*(?:but\b|而?是|要)?|[\s,，。.;；]+$/giu, "")
      .trim();
    return {
      left: shown.choices.filter((choice) => !taken.includes(choice)),
      beside,
      all: all.test(text) && !notAll.test(text),
    };
  }
  return undefined;
};

/** Choices by number, name, place or what is most of it; undefined where none is named. */
const choicesNamed = (part: string, { choices, shown = choices.length }: Shown): readonly ReplyChoice[] | undefined => {
  const mention = mentionedChoices(part, choices);
  const places = readChoiceNumbers(part, shown) ?? (mention === undefined ? findOrdinal(part, shown) : undefined);
  if (places !== undefined) return places.flatMap((index) => choices[index] ?? []);
  if (mention !== undefined) return mention.choices;
  const quality = qualityOfOne(part);
  const most = quality !== undefined && isSuperlative(quality) ? choicesWith(quality, choices) : [];
  return most.length === 0 ? undefined : most;
};
