import type { AskedFact, Question } from "../condition.ts";

/** Questions for how much of a workload there is, and what its containers are given. */
export const factsOfWorkloads: readonly (readonly [fact: AskedFact, questions: readonly Question[]])[] = [
  [
    "replicas",
    [
      {
        before: "how many (?:replicas?|instances?|copies) (?:does|do|is|are|has|have|of|are there (?:of|for))(?: the)?",
        after: "(?:have|has|running|are running|is running|are there)?",
      },
      { before: "(?:what is |what's )?(?:the )?replica count (?:of|for)(?: the)?" },
      {
        after:
          "[,:]? ?how many (?:replicas?|instances?|copies)(?: (?:now|right now|does it have|has it got|are there|are up|running))*(?=[?!.\\s]*$)",
      },
      { after: "(?:现在|目前)?(?:有|是|跑了|配了|设了)?(?:几个|多少个?)(?:副本|实例|replicas?)" },
      { after: "的?副本数量?(?:是|有)?(?:多少|几个?)" },
      {
        before:
          "(?:are|is|were)(?: there)? all(?: of)?(?: the)? (?:replicas?|instances?|copies) (?:of|for|in)(?: the)?",
        after: "(?:up and running|up|ready|running|there|available|healthy|ok|fine)?(?: now| yet)?",
      },
      {
        before: "(?:are|is)(?: the)?",
        after:
          "(?:'s )?(?:replicas|instances) (?:all )?(?:up and running|up|ready|running|there|available|healthy|complete)(?: now| yet)?",
      },
      {
        before: "(?:does|do|has|have)(?: the)?",
        after:
          "(?:have |has |got |run )?(?:all (?:of )?(?:its|the|their) (?:replicas?|instances?|copies)|enough replicas|the right number of replicas|its full set of replicas|all replicas)(?: up| ready| running| available)?",
      },
      {
        // “Which deployments are fully ready” asks which.
        before: "(?<!\\b(?:which|what|list|all|the) [a-z][\\w -]{1,40} )(?:is|are)(?: the)?",
        after: "(?:fully|completely) (?:up|scaled|scaled up|ready|available|staffed)(?: now| yet)?",
      },
      { after: "(?<!\\d )replicas(?: ready)?(?=[?!.\\s]*$)" },
      {
        after:
          "的?(?:所有|全部)?(?:副本|实例)数?(?:现在)?(?:都|是不是|是否|全部?)*(?:齐全?|够|到位|满|全|起来|就绪|ready|正常|跑起来|拉起来)了?(?:吗|没有?|么|不)?(?=[?!。.\\s]*$)",
      },
      { after: "(?:有没有|是不是|是否)?(?:缺|少)(?:了)?副本(?:吗|没有?|么)?(?=[?!。.\\s]*$)" },
    ],
  ],
  [
    "volumes",
    [
      {
        after:
          "(?:都|现在){0,4}(?:挂|挂载|映射|mount)(?:了|的是|着|到){0,3}(?:哪些|哪个|什么|啥)(?:目录|路径)(?:上|里)?",
      },
      {
        after:
          "的?(?:卷|数据卷|存储卷|目录|磁盘)(?:都)?(?:挂|挂载)(?:在|到)(?:了)?(?:哪里?|哪儿|什么(?:路径|目录|地方))(?:了|的)?",
      },
    ],
  ],
  [
    "tolerations",
    [
      {
        before: "(?:does|do|can|will|would)(?: the)?",
        after: "tolerate (?:anything|something|any taints?|taints?|which taints?|what)(?=[?!.\\s]*$)",
      },
      { before: "(?:which|what) taints? (?:does|do|can)(?: the)?", after: "tolerate" },
      { after: "(?:都|现在){0,4}(?:能|会|可以)?容忍(?:了|的是)?(?:什么|啥|哪些)(?:污点|taint)?s?" },
    ],
  ],
  [
    "env",
    [
      {
        before:
          "(?:what are |what is |what's |which are |show |show me |list |give me |tell me |print |dump |get )?(?:the )?(?:envs?|env(?:ironment)?[ -]?var(?:iable)?s?|environment) (?:set )?(?:of|for|in|on|does|do)(?: the)?",
        after: "(?:have|has|use|uses|get|gets|run with|set)?",
      },
      {
        before:
          "(?:what|which) (?:envs?|env(?:ironment)?[ -]?var(?:iable)?s?) (?:does|do|is|are|has|have)(?: the| set (?:on|in|for))?",
        after: "(?:have|has|use|uses|get|gets|run with|set)?",
      },
      { after: "(?:'s)? (?:envs?|env(?:ironment)?[ -]?var(?:iable)?s)(?=[?!.\\s]*$)" },
      {
        after:
          "(?:里面?|中)?的? ?(?:环境变量|(?<![a-z])envs?(?![a-z]))(?:都)?(?:配置|设置)?(?:有|是|设|配|设置|配置)?(?:了)?(?:哪些|什么|啥|什么样|列表)?(?=[吗呢吧?!。.\\s]*$)",
      },
      { after: "(?:都)?(?:设|配|注入|配置|设置)(?:了|的)?(?:哪些|什么|啥)(?:环境变量|env)" },
    ],
  ],
];
