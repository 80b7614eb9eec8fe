import { normalize } from "./normalize.ts";
import { numberPattern, readNumber } from "./numbers.ts";

/** Another value for what a change sets: “改成 5 个”, “make it 3 instead”, “no, 4”. */
export type Edit = { readonly replicas?: number; readonly image?: string };

const before =
  "(?:(?:不|no|not that|actually|还是|等等|wait)[,，\\s]*)?(?:(?:给我)?(?:改成|改为|改到|换成|变成|调成|调到|调为|设成|设为|用|要|make (?:it|that)|change (?:it |that )?to|set (?:it |that )?to|scale (?:it )?to|use|rather|to)\\s*)?";
const after =
  "\\s*(?:个?(?:副本|实例)|个|replicas?|instances?|copies)?\\s*(?:吧|好了|就行|就好|instead|rather|please|then|谢谢)?[\\s.。!！]*";

const replicas = new RegExp(`^${before}(${numberPattern})${after}$`, "iu");
const image = new RegExp(`^${before}([\\w.-]+(?::\\d+)?(?:/[\\w.-]+)*:[\\w][\\w.-]*)${after}$`, "iu");

/** The value that a reply to the card of a change asks for instead. Undefined when it is no such reply. */
export const editIn = (message: string): Edit | undefined => {
  const text = normalize(message);
  if (text.length > 300) return undefined;
  const tagged = image.exec(text)?.[1];
  if (tagged !== undefined) return { image: tagged };
  const count = readNumber(replicas.exec(text)?.[1] ?? "");
  return count === undefined ? undefined : { replicas: count };
};
