import { normalize } from "../text/normalize.ts";

/** What a person says about the answer that they were just given, and nothing else. */
export type Afterthought = "undo" | "more" | "others" | "wrong_cluster" | "wrong_namespace";

const wordsOf = (...rows: readonly string[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => row.split(",")).map((word) => word.trim()));

const words: Readonly<Record<Afterthought, ReadonlySet<string>>> = {
  undo: wordsOf(
    "undo, undo that, undo it, wrong, that's wrong, that is wrong, not that, not that one, wrong one, not this one",
    "撤销, 撤回, 撤销一下, 不对, 不对吧, 不对啊, 错了, 搞错了, 弄错了, 选错了, 不是这个, 不是这个啊, 不是它, 不是那个",
  ),
  more: wordsOf(
    "more, show more, more please, see more, next, next page, go on, continue, the rest, show the rest, show me the rest, show me more, is there more, any more, anything else, are there more",
    "更多, 继续, 继续看, 还有吗, 还有没有, 还有呢, 还有别的吗, 还有其他的吗, 下一页, 剩下的, 剩下的呢, 其余的, 看剩下的, 显示更多, 再来一些, 接着看, 往下看",
  ),
  others: wordsOf("the others, and the others, others", "其他的, 其他的呢, 其它的, 其它的呢, 别的呢, 另外的呢"),
  wrong_cluster: wordsOf(
    "wrong cluster, that's the wrong cluster, thats the wrong cluster, this is the wrong cluster, not this cluster, not that cluster, wrong context",
    "集群不对, 集群错了, 错的集群, 不是这个集群, 不对是别的集群, 看错集群了, 集群搞错了",
  ),
  wrong_namespace: wordsOf(
    "wrong namespace, that's the wrong namespace, thats the wrong namespace, this is the wrong namespace, not this namespace, not that namespace, wrong ns",
    "命名空间不对, 命名空间错了, 错的命名空间, 不是这个命名空间, 看错命名空间了, 命名空间搞错了, ns 不对, ns不对",
  ),
};

const kinds: readonly Afterthought[] = ["undo", "more", "others", "wrong_cluster", "wrong_namespace"];

const back = new RegExp(
  [
    "(?:那)?(?:再)?(?:回到?|返回|继续|接着)(?:说|看|回答|选)?(?:刚才|之前|上面|原来|上一个|前面)的?(?:那个|那)?(?:问题|选择|选项|话题|计划|方案)?(?:吧|上)?",
    "(?:那|好|好了|好的|行)?[,， ]*(?:继续|接着|回到|再?看)?(?:刚才|之前|上面|前面)(?:的|那个|的那个|那件事|那事儿?|那个问题)?(?:继续|接着来?|接着看|接着问|怎么样了)(?:吧|看|说)?",
    "(?:那|好|好了|好的|行)?[,， ]*(?:言归正传|说回正题|继续吧?正题|回到正题)",
    "(?:ok |okay |now |so |right |anyway |anyways )*(?:let's |let us )?(?:go |get |continue |pick up )?(?:back )?(?:to |with )?(?:where we were|what we were doing|the other thing|that other thing|what i asked(?: before| first)?)",
    "(?:ok |okay |now |so |right |anyway |anyways )*(?:let's |let us )?(?:go |get )?back to (?:it|that|business)|as we were|continue with (?:that|it|the other one)",
    "刚才(?:问到哪(?:里|儿)?了?|的问题|那个问题|的选项)(?:呢|吧)?",
    "(?:ok |okay |now )?(?:let's |let us )?(?:go |get )?back to (?:my|the|that|your|our)(?: earlier| previous| first| last| open| old)? (?:question|choice|choices|options|list of choices|plan)",
    "where were we|what was the question|what did you ask",
  ].join("|"),
  "iu",
);

/** “回到刚才的问题”, “back to my question”: a question that was left is meant, and nothing else is said. */
export const returnsToQuestion = (message: string): boolean => {
  const said = normalize(message).replace(/[\s.,!?~，。！？]+$/u, "");
  return back.exec(said)?.[0] === said;
};

/** “Ok, back to the logs”, “回到日志”: what is said to be gone back to. */
export const returnsTo = (message: string): string | undefined => {
  const { what, han } = toSomething.exec(normalize(message).replace(/[\s.,!?~，。！？]+$/u, ""))?.groups ?? {};
  return (what ?? han)?.trim();
};

const toSomething =
  /^(?:(?:ok(?:ay)?|now|so|right|anyways?|good|thanks|great|cool|let'?s|let us|then|go|get),? )*back to (?:the |my |those |that |these )?(?<what>.+)$|^(?:(?:好的?|那|行|谢谢|ok|现在)[,，\s]*)?(?:再?回到|继续看?|接着看?|再?回去看?)(?:刚才|之前|原来)?的?(?:那个)?(?<han>[\p{Script=Han}a-z\s]+?)(?:吧|上)?$/iu;

/** “What about the delete”, “那重启呢”: what is asked after, which may be a change that was left at a question. */
export const asksAfter = (message: string): string | undefined => {
  const { what, han } = after.exec(normalize(message).replace(/[\s.,!?~，。！？]+$/u, ""))?.groups ?? {};
  return (what ?? han)?.trim();
};

const after =
  /^(?:(?:ok(?:ay)?|now|so|and|but|right),? )*(?:what|how) about (?:the |that |my )(?<what>.+)$|^(?:那|那么|还有)?(?:刚才|之前)?的?(?:那个)?(?<han>[\p{Script=Han}a-z]+?)(?:呢|怎么样了?|的事呢?)$/iu;

/** “撤销”, “wrong”, “more”, “还有吗”. Undefined for anything that says more than that. */
export const afterthoughtIn = (message: string): Afterthought | undefined => {
  const said = normalize(message)
    .toLowerCase()
    .replace(/^\//u, "")
    .replace(/[\s.,!?~，。！？]+$/u, "");
  return kinds.find((kind) => words[kind].has(said));
};
