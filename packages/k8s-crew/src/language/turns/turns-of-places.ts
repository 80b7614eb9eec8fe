import { nameAs, type ShortTurn, tail } from "./short-turn.ts";

const what = nameAs("what");

/** The same for another place or thing, said without “and”. */
export const turnsOfPlaces: readonly ShortTurn[] = [
  {
    said: {
      en: new RegExp(
        `^(?:and |so |but )?(?:(?:does|do|has|have|did)\\s+(?:the )?${what}\\s+(?:have|has|got|use)(?:\\s+(?:one|any|some|it|that|those|the same|a few))?|(?:is|are) there (?:one|any|some|something)\\s+(?:in|on|for)\\s+(?:the )?${nameAs("where")})${tail}`,
        "iu",
      ),
      zh: new RegExp(
        `^(?:那么?)?${what}\\s?(?:那边|这边|里面?|上)?(?:也|是不是也|有没有也)?(?:有没有|有)(?:一?个)?(?:吗|么|没有?)?[\\s?？.。]*$`,
        "iu",
      ),
    },
    full: { en: "and {what}{where}?", zh: "那 {what} 呢" },
    after: ["list", "top"],
  },
  {
    said: {
      en: new RegExp(`^(?:n|an|nd|&|\\+|und|plus)\\s+(?:(?:in|for|on)\\s+)?(?<what>[a-z0-9][\\w.-]*)${tail}`, "iu"),
      zh: /^(?:还有|以及|外加|再加上?)\s?(?<what>[A-Za-z0-9][\w.-]*)\s?(?:的|里的?)?(?:呢|吧)?[\s?？.。]*$/iu,
    },
    full: { en: "and {what}?", zh: "那 {what} 呢" },
  },
  {
    said: {
      en: new RegExp(
        `^(?:and |so |also |(?:in|on|for) )*${what}(?:\\s*,)?\\s+(?:too|as well|also|aswell)[\\s?.!]*$`,
        "iu",
      ),
      zh: new RegExp(
        `^(?:那么?)?${what}\\s?(?:的|那边|里的?)?也(?:要|是|来|看)?(?:吗|么|呢|吧|一下)?[\\s?？.。]*$`,
        "iu",
      ),
    },
    full: { en: "and {what}?", zh: "那 {what} 呢" },
  },
  {
    said: {
      en: new RegExp(
        `^(?:no|nope|nah|sorry|oops|wrong|no no|not that|not this)[\\s,.:;!]+(?:(?:the|in|on|i mean|it's|its|i want(?:ed)?|show(?: me)?|use)\\s+)*${what}(?:\\s+(?:one|ones|namespace|ns|instead))?${tail}`,
        "iu",
      ),
      zh: new RegExp(
        `^(?:不|不是|错了?|不对|哦不|搞错了?|啊不)[\\s,，.。!！]+(?:是|要|我要|我说的?是|看|去)*\\s?${what}\\s?(?:那个|那边|里的?|的)*(?:吧|啦|呀)?[\\s.。!！]*$`,
        "iu",
      ),
    },
    full: { en: "I meant {what}", zh: "我说的是 {what}" },
    named: true,
  },
];
