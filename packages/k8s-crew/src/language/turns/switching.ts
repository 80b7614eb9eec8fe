import { normalize } from "../text/normalize.ts";

/** A wish to look somewhere else: `where` is what was named, undefined where another cluster is wished for. */
export type Switching = { readonly where: string | undefined };

const name = String.raw`(?<where>[\w][\w.:@/-]*)`;
const kinds = "(?:cluster|context|namespace|ns|environment|env)";
const hanKinds = "(?:集群|命名空间|名称空间|环境)";

const english = new RegExp(
  String.raw`^(?:(?:please|ok(?:ay)?|now|then|and|let's|let us|can you|could you)[\s,]+)*(?:switch|change|move|jump|go)(?: over| back)?(?: (?:to|into))(?: the)?(?: ${kinds})? ${name}(?: ${kinds})?(?: now| please| instead)?$`,
  "iu",
);
const used = new RegExp(
  String.raw`^(?:(?:please|ok(?:ay)?|now|then)[\s,]+)*(?:use|work (?:in|on|with))(?: the)? ${name} ${kinds}(?: now| please| instead)?$`,
  "iu",
);
const han = new RegExp(
  String.raw`^(?:请|先|现在|那|帮我|我们|给我)*(?:切换?|换|改|转|跳)(?:回|到|成|至|去)+\s?(?:${hanKinds})?\s?${name}\s?${hanKinds}?(?:[上里]面?)?(?:去|吧|看看)?$`,
  "iu",
);
const another =
  /^(?:请|先|那|我想|帮我)*(?:切换?|换)(?:一?个|一?下|别的)?集群(?:吧|看看)?$|^(?:please |can i |let's )?(?:switch|change)(?: to)?(?: the| a| another| a different| an other)? ?clusters?$/iu;

/** “Switch to staging”, “切到 dev 命名空间”, “换个集群”: undefined when the message says anything else. */
export const switchingIn = (message: string): Switching | undefined => {
  const text = normalize(message).replace(/[\s.!?。！？]+$/u, "");
  if (another.test(text)) return { where: undefined };
  const where = [english, used, han].flatMap((pattern) => pattern.exec(text)?.groups?.where ?? [])[0];
  return where === undefined ? undefined : { where };
};
