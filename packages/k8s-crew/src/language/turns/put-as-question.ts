import { readRequest } from "../requests/request.ts";
import { clusterOf } from "../sentence/places.ts";
import { normalize } from "../text/normalize.ts";

const hesitation =
  "(?:(?:等等|等一?下|慢着|先|那么?|嗯+|呃|啊|哦|不过|wait|hold on|hang on|hm+|uh+|um+|er+m*|ok(?:ay)?|so|and|but|sorry|actually|oh|just checking|one sec(?:ond)?)(?![a-z])[\\s,，.…—-]*)*";

const asking = new RegExp(
  `^${hesitation}(?:(?:is|are|was|does|do|did|will|would|am)(?:n't)? (?:this|that|it|these|those|they|we|you|i|the|there|my|our|all)(?![a-z])|(?:what|which|where|who|why|how)(?:'?s|'?re|'?ll)?(?![a-z-])|are you sure|you sure|r u sure|sure (?:that|it|this)|(?:这|那|它|现在)?(?:个|里|边)?(?:到底)?(?:是不是|有没有|会不会|在不在|对不对|能不能|要不要)|(?:这|那)(?:个)?(?:是|在)?(?:哪|什么|几|多少)|(?:是|在|有)?(?:哪个|哪里|哪儿|哪边|几个|多少|什么|怎么|为什么|啥))`,
  "iu",
);
const marked =
  /[?？][\s!！.。~)）]*$|(?:吗|么|嘛|呢)[\s.。~!！]*$|(?:是不是|有没有|会不会|会怎么?样|几个|哪个|哪里|哪儿|怎么样|对吧|是吧)[\s.。~呀啊]*$/u;

/** “Is this prod”, “确定是 dev 的吗”, “which one?”: what is put as a question decides nothing. */
export const isPutAsQuestion = (message: string): boolean => {
  const text = normalize(message).trim();
  return marked.test(text) || asking.test(text);
};

/** A place that a question asks about: as it was said, as what it was called, and which of the known ones it is. */
export type PlaceAsked = {
  readonly said: string;
  readonly kind?: "cluster" | "namespace";
  readonly cluster?: string;
  readonly namespace?: string;
};

type Known = { readonly clusters: readonly string[]; readonly namespaces: readonly string[] };

/** Words of a question about where something is that name no place. */
const small = new Set(
  "is are was does do did will would this that it its it's these those in on at for to of the a an my our we i you sure about what what's how be being going go goes run runs happen happens and or touch touches affect affects change changes hit hits impact impacts not really still definitely right actually one same as with there here wait hold hang sec just checking hm hmm uh um oh ok okay so but then cluster namespace ns env environment context isn't doesn't aren't".split(
    " ",
  ),
);
const smallHan =
  /(?:确定|确认|真的|肯定|等等|等一?下|慢着|这个?|那个?|它|是不是|会不会|有没有|不是|影响到?|动到?|改到?|是|在|会|对|的|吗|么|嘛|呢|吧|里面?|上面?|那边|这边|集群|命名空间|环境|啊|呀|就|不|到|先|嗯+|呃|哦|你)/gu;

/** “Is this prod?”, “那 dev 呢”, “does this affect prod-cluster”: the place, where one word is all that is left to name it. */
export const placeAskedIn = (message: string, { clusters, namespaces }: Known): PlaceAsked | undefined => {
  const text = normalize(message);
  if (text.length > 80 || !isPutAsQuestion(message)) return undefined;
  const words = text
    .replace(smallHan, " ")
    .split(/[\s,，.。?？!！…:：;；"“”]+/u)
    .filter((word) => word !== "" && !small.has(word.toLowerCase()));
  const [said, ...others] = words;
  if (said === undefined || others.length > 0) return undefined;
  const kind = /(?<![\w-])cluster(?![\w-])|集群/iu.test(text)
    ? "cluster"
    : /\b(?:namespace|ns)\b|命名空间/iu.test(text)
      ? "namespace"
      : undefined;
  const isNamed = kind !== "cluster" && namespaces.some((each) => each === said);
  const namespace = isNamed ? said : undefined;
  const cluster = namespace === undefined && kind !== "namespace" ? clusterOf(said, clusters) : undefined;
  if (namespace === undefined && cluster === undefined && readRequest(`in ${said}`).namespace !== said)
    return undefined;
  return {
    said,
    ...(kind === undefined ? {} : { kind }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
  };
};

/** “Are you sure?”, “确定吗”, “你确定？”: what stands is to be said once more. */
export const wantsAssurance = (message: string): boolean =>
  /^(?:(?:wait|hold on|hm+|um+|等等|嗯+)[\s,，]*)*(?:(?:are |r )?(?:you|u) (?:really |very |absolutely )?sure(?: about (?:this|that|it))?|is (?:this|that|it) (?:right|correct|the right one)|(?:你)?(?:真的)?(?:确定|肯定)(?:吗|么|嘛|不)?|(?:这个?)?(?:对|没错)(?:吗|么|嘛|吧))[\s.?!。？！~]*$/iu.test(
    normalize(message),
  );
