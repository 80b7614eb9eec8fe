import type { AskedFact, Question } from "../condition.ts";

/** Questions that tell of which kind the thing is that they name, though nobody says it: only that kind can answer. */
export const factsOfKinds: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "suspended",
    [
      {
        before: "^(?:is|are|has|was)(?: the| my| our)?",
        after:
          "(?:still |currently |already |been )?(?:suspended|paused|on hold)(?: right now| now| at the moment)?(?=[?!.\\s]*$)",
      },
      { after: "(?:还|已经|已|现在)?(?:被)?(?:暂停|挂起|停用)(?:了|着)?(?:吗|没有|没|么)(?=[?？!。.]*$)" },
      {
        after: "(?:是不是|是否|有没有)(?:还|已经|已|现在)?(?:被)?(?:暂停|挂起|停用)(?:了|着|的)?(?:吗)?(?=[?？!。.]*$)",
      },
    ],
  ],
  [
    "bound",
    [
      {
        before: "^(?:is|are|has|was)(?: the| my| our)?",
        after: "(?:still |currently |already |been )?(?:bound|unbound)(?: yet| now)?(?=[?!.\\s]*$)",
      },
      { after: "(?<=[\\w-] )(?:bound)(?: yet)?(?=[?]+\\s*$)" },
    ],
  ],
  [
    "bounds",
    [
      {
        before:
          "(?:what is |what's |whats |what are |show |tell me )?(?:the )?(?:min(?:imum)?(?: and | & |/| )max(?:imum)?)(?: (?:replicas?|pods?|instances?))? (?:of|for|on)(?: the)?",
      },
      {
        before: "(?:how (?:far|much|high) (?:can|does|will|may|could)|how many (?:pods|replicas) can)(?: the)?",
        after: "(?:scale|autoscale|grow|go)(?: up)?(?: to)?(?=[?!.\\s]*$)",
      },
      {
        after:
          "的?(?:最大|最小|最多|最少)(?:和|、|/)?(?:最大|最小|最多|最少)?(?:副本数?|实例数?)(?:是|各是|分别是)?(?:多少|几个?)?(?=[?？!。.吗]*$)",
      },
      {
        after: "(?:最多|最少)(?:能|可以|会)?(?:扩|缩|扩容|缩容|伸缩)到?(?:多少|几)个?(?:副本|实例|pod)?(?=[?？!。.]*$)",
      },
    ],
  ],
];
