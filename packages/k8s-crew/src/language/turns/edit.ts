import { numberPattern, readNumber } from "../numbers.ts";
import { normalize } from "../text/normalize.ts";

/** Another value for what a change sets: “改成 5 个”, “make it 3 instead”, “no, 4”, “8 is too many, 5 will do”. */
export type Edit = { readonly replicas?: number; readonly image?: string; readonly container?: string };

const unit = "\\s*(?:个?(?:副本|实例)|个|replicas?|instances?|copies|pods?)?";

/** Hesitation, and a refusal of the value as it stood: each goes on to the value that is meant. */
const hesitation =
  "hm+|oh|uh|um|ah|(?:yes|yeah|yep|ok(?:ay)?|sure|fine|right)[\\s,，]*but|no|nah|nope|not that|actually|wait|hold on|never ?mind|sorry|on second thoughts?|too (?:many|much|few|high|low)|that(?:'s| is) too (?:many|much|few)|but|then";
const hanHesitation =
  "(?:是的?|好的?|行|可以|对|嗯)[\\s,，]*(?:但是?|不过)|嗯+|呃+|哦|算了|不了|不用了|不要了|不对|等等|等一下|等下|等会儿?|慢着|还是|太[多少高低]了?|[多少]了|不用(?:那么|这么)[多少]|那|不(?![要用是改设])|别(?=[,，\\s])";

/** A value that is not wanted: “not 8”, “8 is too many”, “8 个太多了”, “不要 8 个”. */
const denied = `(?:not|no need for|不要|不用|别)\\s*${numberPattern}${unit}(?=[\\s,，。.;；])|${numberPattern}${unit}\\s*(?:(?:is|are|sounds|seems)\\s*(?:too (?:many|much|few)|a lot|not enough)|有?点?太?[多少]了?|不够)`;

const before = `(?:(?:(?:${hesitation})(?![a-z0-9])|${hanHesitation}|${denied})[\\s,，。.!！;；…-]*){0,6}`;

const setting =
  "(?:(?:给我|就|先|只|i |we |let's |let us |just |only |rather |please |maybe |really |would |'d )\\s*){0,4}(?:改成|改为|改到|改回|调回|换回|换成|变成|调成|调到|调为|设成|设为|扩到|缩到|用|要|来|最多|改|make (?:it|that)|change (?:it |that )?to|set (?:it |that )?(?:back )?to|(?:go )?back to|scale (?:it )?to|go with|use|do|want|need|have|mean|meant|say|at most|to)?\\s*";

const after =
  "\\s*(?:(?:就|也|应该|其实|都)*(?:足?够用?|行|好|可以|成|得)|(?:(?:is|are|will|would|should|'ll|'d)\\s*)?(?:more than )?(?:be )?(?:do|enough|fine|plenty|ok|okay|good|suffices?|max|tops))?\\s*(?:了|吧|啦|啊|嘛|instead|rather|please|pls|then|though|thanks|i think|i guess|maybe|谢谢)*[\\s.。!！]*";

const replicas = new RegExp(`^${before}${setting}(${numberPattern})${unit}${after}$`, "iu");
/** Numbers that no count is: below nothing, broken, beyond all bounds. */
const odd = new RegExp(
  `^${before}${setting}(?<below>[-−]|minus\\s*|negative\\s*|负)?\\s*(?:(?<digits>\\d+(?:\\.\\d+)?)|(?<word>${numberPattern}))${unit}${after}$`,
  "iu",
);
const image = new RegExp(
  `^${before}${setting}(?:(?<container>[a-z0-9][a-z0-9-]*)=)?(?<image>[\\w.-]+(?::\\d+)?(?:/[\\w.-]+)*:[\\w][\\w.-]*)${after}$`,
  "iu",
);

/** “How many are there now?”, “现在是几个”: what a change would replace. */
export const asksNow = (message: string): boolean => {
  const text = normalize(message).replace(/[\s.?!。？！]+$/u, "");
  return text.length <= 60 && asking.test(text);
};

const asking =
  /^(?:(?:等等|等一?下|慢着|先|那|wait|hold on|hang on|hm+|uh+|ok(?:ay)?|sorry|actually|and|so|but)[\s,，]*)*(?:(?:它|这个)?(?:现在|目前|当前)(?:有|是|设的是|用的是)?(?:几个?|多少个?|什么)(?:副本|实例|镜像)?(?:了|来着|呢|啊)?|(?:现在|目前)?(?:有|是)?几个(?:副本|实例|pod)?(?:了|呢|来着)|how many(?: (?:of them|pods|replicas))?(?: are)?(?: there)?(?: right)? now|how many (?:are there|is it|are running|does it have|replicas)(?: (?:are there|does it have))?(?: right)?(?: now)?|what is it(?: set to)?(?: right)? now)$/iu;

/** The value that a reply to the card of a change asks for instead. Undefined when it is no such reply. */
export const editIn = (message: string): Edit | undefined => {
  const text = normalize(message);
  if (text.length > 300) return undefined;
  const { container, image: tagged } = image.exec(text)?.groups ?? {};
  if (tagged !== undefined) return { image: tagged, ...(container === undefined ? {} : { container }) };
  const count = readNumber(replicas.exec(text)?.[1] ?? "");
  return count === undefined ? undefined : { replicas: count };
};

/** The number that a reply to a question for one gives, in digits, as it was said: “扩到 4 个” is 4, “-5” stays -5. */
export const numberIn = (message: string): string | undefined => {
  const text = normalize(message);
  const count = editIn(text)?.replicas;
  if (count !== undefined) return String(count);
  const { below, digits, word = "" } = (text.length > 300 ? undefined : odd.exec(text)?.groups) ?? {};
  const amount = digits ?? readNumber(word);
  return amount === undefined ? undefined : `${below === undefined ? "" : "-"}${amount}`;
};
