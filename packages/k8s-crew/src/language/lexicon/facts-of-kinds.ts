import type { AskedFact, Question } from "../condition.ts";

/** Questions that tell of which kind the thing is that they name, though nobody says it: only that kind can answer. */
export const factsOfKinds: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "suspended",
    [
      {
        before: "^(?:is|are|has|was)(?: the| my| our)?",
        after:
          "(?:still |currently |already |been |really ){0,4}(?:suspended|paused|on hold|disabled|switched off|turned off)(?: right now| now| at the moment| or not| or active| or running)?(?=[?!.\\s]*$)",
      },
      {
        after:
          "(?:is |are |'s )?(?:still |currently |already |been |really ){0,4}(?:suspended|paused|on hold|disabled)(?: right now| now| at the moment)?,? ?(?:right|yes|no|correct|or not|isn't it|or active|or running)?(?=[?!.\\s]*$)",
      },
      {
        after:
          "(?:现在|目前|当前|应该|是不是|是否|还|都|是|也|已经|已|处于|被|给){0,4}(?:暂停|挂起|停用|停着|停住|停了|停掉|停|禁用|关着|关掉)(?:执行|调度|状态|着|了|的|住){0,4}(?:还是(?:在跑|启用|开着|正常)[的着]?)?(?:吗|没有|没|么|吧|呢|不|对吧|是吧)(?=[?？!。.\\s]*$)",
      },
      {
        after: "(?:是不是|是否|有没有)(?:还|已经|已|现在)?(?:被)?(?:暂停|挂起|停用)(?:了|着|的)?(?:吗)?(?=[?？!。.]*$)",
      },
    ],
  ],
  [
    "quota",
    [
      {
        after:
          "(?:现在|目前|已经|都|总共){0,4}(?:用|花|占|耗|吃)(?:掉|去|满|完|了|到){0,4}(?:多少|几成|百分之几|多大)(?:配额|额度|quota)?了?(?=[吗呢吧?？!。.\\s]*$)",
        unless: "资源|内存|cpu|磁盘|空间",
      },
      { after: "(?:还)?(?:剩|余|剩余|剩下)(?:下|了)?(?:多少|几个?)(?:配额|额度|quota)?(?=[吗呢吧?？!。.\\s]*$)" },
      {
        before:
          "how much (?:of )?(?:its |the |their )?(?:resource ?)?quotas? (?:has|does|is|did|have|do|was|of)(?: the)?",
        after:
          "(?:already |been ){0,4}(?:use|used|consumed?|taken?|have|has|got|spent)?(?: up| left| free| remaining| already| so far| now){0,4}(?=[?!.\\s]*$)",
      },
      {
        before: "how much of(?: the)?(?!.*\\bquotas?\\b)",
        after:
          "(?:is |are |has been |have been )?(?:already )?(?:used up|used|taken|consumed|spent|gone|left|free|remaining|available)(?: (?:up|already|now|so far))?(?=[?!.\\s]*$)",
      },
    ],
  ],
  [
    "disruptions",
    [
      {
        before: "how many (?:pods|replicas|instances) (?:of |from )?(?:the )?",
        after: "(?:may|can|could) (?:be )?(?:evicted|disrupted|taken down|down|lost|missing)(?: at once)?",
      },
      {
        after:
          "(?:现在|目前|还|最多){0,4}(?:能|允许|可以|让)(?:同时)?(?:中断|驱逐|停|挂|掉)(?:掉)?(?:几个|多少个?)(?:pod|副本|实例)?(?=[?？!。吗呢\\s]*$)",
      },
    ],
  ],
  [
    "suspended",
    [
      {
        after:
          "(?:现在|目前|当前){0,4}(?:是不是|是否|有没有)(?:还|都|也|已经|已|处于|被|给){0,4}(?:暂停|挂起|停用|停着|停了|停掉|停|禁用|关着|关掉|关了)(?:执行|调度|状态|着|了|的|住){0,4}(?=[?？!。呢啊呀.\\s]*$)",
      },
    ],
  ],
  [
    "expansion",
    [
      {
        after:
          "(?:是否|是不是|到底)?(?:支持|允许)(?:在线)?(?:扩容|扩展|扩大|调大)(?:的)?(?:吗|么|不|没有?)?(?=[?？!。呢啊呀.\\s]*$)",
      },
      {
        before: "^(?:does|do|can)(?: the)?",
        after:
          "(?:support|supports|allow|allows) (?:volume |online )?(?:expansion|expanding|resizing|growing)(?: of volumes)?(?=[?!.\\s]*$)",
      },
    ],
  ],
  [
    "active",
    [
      {
        before: "^(?:is|are)(?: the| my| our)?",
        after:
          "(?:still |currently |actually ){0,4}(?:active|enabled|scheduled to run|scheduled|switched on|turned on)(?: right now| now| at the moment| or not| or suspended| or paused)?(?=[?!.\\s]*$)",
      },
      {
        after:
          "(?:现在|目前|当前|是不是|是否|还|都|是|处于){0,4}(?:启用|开启|开着|生效|激活)(?:状态|着|了|的|中){0,4}(?:吗|没有|没|么|吧|呢|不|对吧)(?=[?？!。.\\s]*$)",
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
