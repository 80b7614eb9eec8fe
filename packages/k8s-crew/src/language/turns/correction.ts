import { normalize } from "../text/normalize.ts";

/** What a person puts in the place of what stands: “wait no, web, not preview” means web, and shuts out preview. */
export type Correction = { readonly meant: string; readonly denied: readonly string[] };

const mistaken =
  "wait|hold on|hang on|undo(?: that| it| this)?|no+|nope|nah|sorry|oops|whoops|actually|my (?:bad|mistake)|rather|(?:that's |this is )?(?:the )?wrong(?: (?:one|pod|place|cluster|namespace|ns|env(?:ironment)?))?|not (?:this|that)(?: one)?|i (?:mean|meant)|meant|i said";
const beside =
  "oh|ah|uh+|um+|er+m*|hm+|ok(?:ay)?|but|and|i (?:want|wanted|need)|it'?s|it is|it should be|should(?:'ve| have)? be(?:en)?|make (?:it|that)|do (?:it|that)|use|take|the|on|in|for";
const hanMistaken =
  "等等|等一?下|等会儿?|慢着|不{2,}|不对|不是(?:的|这个?|那个?|它|啊)?(?=[,，\\s是要]|$)|(?:搞|弄|选|说|看|写|打)?错了|抱歉|不好意思|我(?:是)?说的?是?|我(?:想)?指的?是?";
const hanBeside = "不|哎|唉|诶|哦|噢|啊|呃|额|那|而是|应该是|应该|是|我?(?:想)?要|换成|换到|改成|改到|用|选|在|去";

const gap = "[\\s,，.。!！;；:：…—-]";
const opening = new RegExp(
  `^(?:${gap}*(?:(?:${mistaken}|${beside})(?![\\w-])|${hanMistaken}|${hanBeside}))*${gap}*`,
  "iu",
);
const mistakenOpening = new RegExp(
  `^(?:${gap}*(?:(?:${beside})(?![\\w-])|${hanBeside}))*${gap}*(?:(?:${mistaken})(?![\\w-])|${hanMistaken})`,
  "iu",
);
const denial =
  /(?:^|[\s,，;；])(?:and |but )?(?:not|never|rather than|instead of) (?!(?:sure|certain|yet|now|really|quite|exactly|too|so|at|an?|any|all)\b)(?:the |in |on |for |from )*(?<en>[\w./-]+)(?: ones?| cluster| namespace| ns)?(?=$|[\s,，.;；!])|(?:^|[\s,，;；])(?:而)?(?:不是|不要|别用|别动)\s?(?:在)?(?<zh>[\w./-]+|\p{Script=Han}{1,6}?)\s?(?:里|上|中)?(?:的|那边|集群|命名空间|环境)?(?:那一?个)?(?=$|[\s,，.。;；!！])/giu;
const ending =
  /(?:\s+ones?|\s*(?:instead|rather|please|pls|plz|then|thanks|才对|吧|啊|呀|哈|谢谢)|(?<=\S)\s*(?:里|上|中)?(?:面)?的?那一?个|(?<=\S)\s*(?:里|上|中)?(?:面)?的|[\s,，.。!！;；])+$/iu;

const longest = 80;

/** Undefined where a message neither takes back what stands nor shuts anything out. */
export const correctionIn = (message: string): Correction | undefined => {
  const text = normalize(message).replaceAll("’", "'").trim();
  if (text.length > longest || /[?？]\s*$/u.test(text)) return undefined;
  const denied = [...text.matchAll(denial)].flatMap(({ groups }) => groups?.en ?? groups?.zh ?? []);
  const isInstead = /(?:instead|rather|才对)[\s.!。！]*$/iu.test(text);
  if (denied.length === 0 && !isInstead && !mistakenOpening.test(text)) return undefined;
  const meant = text.replace(denial, " ").replace(opening, "").replace(ending, "").trim();
  return { meant, denied };
};
