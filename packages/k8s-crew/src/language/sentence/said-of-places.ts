/**
 * Questions for where something is, for all that is somewhere, and for a look at every cluster, in the words that the
 * tables know.
 */
export const saidOfPlaces = (text: string): string =>
  [whereItLives, allThatIsOn, overClusters].reduce((plain, write) => write(plain), text);

/** “Where does web live”, “in which cluster is web deployed”: where it is. */
const whereItLives = (text: string): string =>
  text
    .replace(
      /^(?:(?:so|and|hey|ok|um|btw),? ){0,3}where (?:do|can|could|should|would|might) (?:i|we|you|one) (?:find|see|look for|locate)(?: the| our)? (?<what>[\w./-]*[\d-][\w./-]*)[\s?.!]*$/iu,
      "where is $<what>",
    )
    .replace(
      /(?<![\w-])(?:where|in (?:which|what) (?:cluster|place|namespace|env(?:ironment)?)) (?:the (?:hell|heck|f\w*) )?(?:does|do|did|is|are|has|have) (?<what>(?:the |our |my )?[\w./-]+) (?:actually |even |really |currently |now )?(?:live|lives|living|reside|resides|run|hide|hiding|hang out|sit|sits|sitting|stay|stays|dwell|gone|went|located|hosted|deployed)(?:(?: (?:now|these days|nowadays|at|in|exactly|anyway|atm)){0,3}(?=[\s?.!]*$)|(?: at)?(?![\w-]))/giu,
      "where is $<what>",
    );

const standsOn =
  "(?:sit(?:s|ting)?|runs?|running|lives?|living|scheduled|placed|parked|hosted|deployed|landed|stuck|going on) on(?: node| machine| host)?(?: the)?";
/** Nothing stands behind a node's name, or the name has parts and a number as those of nodes mostly do. */
const nodeThere =
  "(?<node>[a-z][\\w.]*-[\\w.-]*\\d(?![\\w-])|(?!it\\b|that\\b|this\\b|there\\b)[\\w.-]*\\d[\\w.-]*(?=[\\s,]*(?:please|pls|plz|thanks|thx|now|right now)?[\\s?.!]*$))";
const everythingOn = new RegExp(
  `(?<![\\w-])(?:all|everything|whatever|anything|all the (?:stuff|things)|what(?:'s| is| all is| all)?)(?: that(?:'s| is| are)?| which(?: is| are)?| is| are|'s)?(?: currently| now| still)? ${standsOn} ${nodeThere}`,
  "giu",
);

/** “Everything sitting on w-04”: its pods. */
const allThatIsOn = (text: string): string =>
  text
    .replace(everythingOn, "pods on $<node>")
    .replace(
      /^(?:(?:帮我|给我|请|麻烦)?(?:看看?|查|列)(?:一?下|出)?)?\s?(?<node>[A-Za-z][\w.-]*\d[\w.-]*)\s?(?:这个|这台)?(?:节点|机器|主机)?(?:上面?|那边)?(?:现在|目前|都|到底|究竟)*(?:的所有|所有的?|的全部|全部的?|一共)?(?:跑|放|住|挂|部署|调度|塞)(?:着|了|的)*(?:是|些|哪些|点)*(?:什么|啥|东西|哪些(?:东西)?)(?:东西|玩意儿?)?(?=[呢呀啊吗的\s?？。.!！]*$)/u,
      "节点 $<node> 上的 pod",
    );

/** “三个集群都替我看一眼”, “have a look at all the clusters”: how each of them is. */
const overClusters = (text: string): string =>
  text
    .replace(
      /^(?:(?:帮我|替我|给我|请|麻烦你?|劳驾)[,，]?)*(?:把|对)?\s?(?:(?:这|那)?(?:两|俩|三|四|几|[2-9])个?|所有的?|全部的?|每个|各个?)\s?集群(?:的?(?:情况|状态|状况))?(?:都|全|全部|挨个|逐个|逐一|一起|统统|分别)*(?:帮我|替我|给我|帮忙)?(?:看|瞅|瞧|瞄|检查|过|巡检|扫|体检|巡视)(?:一)?(?:眼|下|遍|看|瞧|圈|轮)?(?=[吧呗啊呀吗\s?？。.!！]*$)/u,
      "查看所有集群的状态",
    )
    .replace(
      /^(?=[^?]*\b(?:all|each|every|both|two|three|four|five|the|my|our)\b)(?:(?:please|pls|can you|could you|just|quickly|hey),? )*(?:(?:take|have|give(?: me)?) (?:a )?(?:quick )?(?:look|glance|peek|gander)|look|glance|peek|go|run|check)(?: (?:at|over|on|through|into|in on))?(?: all| each| every| both)?(?: of)?(?: the| my| our)?(?: two| three| four| five)? clusters(?=(?: (?:please|pls|for me|real quick|quickly|now))*[\s?.!]*$)/iu,
      "status of all clusters",
    );
