/** How people ask for a pod that is not there yet: one to try something with, or to look around from. */

/** Images that everybody calls by one word, which is also where they are pulled from. */
const images =
  "busybox|alpine|nginx|httpd|ubuntu|debian|fedora|centos|redis|postgres|mysql|mongo|memcached|python|node|golang|bash";

const opening = String.raw`(?:(?:please|pls|hey|hi|ok|okay|just|quickly|now)[ ,]+|(?:can|could|would|will) you |(?:i|we) (?:want|need|would like)(?: you)? to |(?:i|we)['’]d like to |let['’]?s |let me |help me (?:to )?|go ahead and )*`;
const starting = String.raw`(?:run|start(?: up)?|launch|spin up|fire up|bring up|boot(?: up)?|stand up|create|make|schedule|set up)`;
const indefinite = String.raw`(?:me |us )?(?:a new|an?|another|one|some)`;
/** What may stand after a pod that is to be made; anything else makes the pod a part of something. */
const after = String.raw`(?=\s*(?:$|[,.;!?]|(?:in|into|on|for|to|with|from|using|running|named|called|based|so|there|here|please|now|and|inside|within)\b|(?:that|which) (?:runs?|uses?|has|is (?:based|called|named|running))\b|run (?:on|in|with|from)\b|of (?:an? |the )?(?:latest )?(?:${images})\b))`;

const englishWishes: readonly RegExp[] = [
  new RegExp(
    String.raw`^${opening}${starting} ${indefinite} (?<what>(?:[\w./:@-]+ ){0,4}?)(?:pod|container)${after}`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:i|we) (?:need|want|would like) an? (?<what>(?:[\w./:@-]+ ){0,3}?(?:debug|debugging|test|temporary|temp|throwaway|scratch|${images}) (?:[\w./:@-]+ ){0,2}?)(?:pod|container)${after}`,
    "iu",
  ),
  new RegExp(
    String.raw`^${opening}(?:run|start|launch|spin up|fire up) ${indefinite} (?<what>(?:(?:little|small|quick|temporary|simple|test|plain) )*(?:${images}))(?: (?:instance|server|image))?${after}`,
    "iu",
  ),
  new RegExp(String.raw`^${opening}run (?<what>busybox|alpine|nginx|httpd|ubuntu|debian|fedora|centos)${after}`, "iu"),
];

const openingHan =
  "(?:请|帮我|帮忙|麻烦你?|给我|能不能|能否|可以|可否|我想要?|我要|我需要|想要?|要|你|先|再|快速|赶紧|临时)*";
const place = String.raw`(?<place>(?:在|到|去)?\s?[\w.-]+\s?(?:集群|命名空间|空间|环境|节点|机器)?(?:的\s?[\w.-]+\s?(?:命名空间|空间)?)?\s?(?:里面|里|上|中|下)?\s?)?`;
const usedHan = String.raw`用\s?(?:镜像\s?)?[a-z0-9][\w./:@-]*\s?(?:的?镜像)?`;
const usingHan = String.raw`(?:(?<using>${usedHan})\s?)?`;
const usingThere = String.raw`(?:(?<usingThere>${usedHan})\s?)?`;
const startingHan = "(?:拉起|启动|运行|创建|新建|新起|部署|起|跑|建|开|整|弄|搞)";
const counter = String.raw`\s?(?:一个|1\s?个|个)\s?`;
const afterHan = String.raw`(?=\s*(?:$|[，,。.！!？?；;]|来|用来|用于|做|试|测试|调试|排查|看看|玩|吧|吗|在|到|叫|名|镜像|用|运行|跑|，))`;

const chineseWishes: readonly RegExp[] = [
  new RegExp(
    String.raw`^${openingHan}${usingHan}${place}${openingHan}${usingThere}${startingHan}${counter}(?<what>[^，,。？?！!；;]{0,24}?)(?:pod|容器组|容器)${afterHan}`,
    "iu",
  ),
  new RegExp(
    String.raw`^${openingHan}${usingHan}${place}${openingHan}${usingThere}(?:拉起|启动|运行|起|跑|开)${counter}(?<what>(?:(?:名?叫|名为)\s?[\w.-]+\s?的\s?)?(?:临时的?|小|简单的|测试用?的?)?\s?(?:${images}))(?:\s?(?:实例|镜像))?${afterHan}`,
    "iu",
  ),
];

export const newPodWishes: readonly RegExp[] = [...englishWishes, ...chineseWishes];

/** A thing that is in some state, or somebody's, is there already. */
export const isThere =
  /挂|失败|报错|崩|异常|重启|问题|日志|那|这|哪|\b(?:failed|failing|crashed|crashing|broken|stopped|pending|my|our)\b/iu;

const imageName = "[a-z0-9][\\w./:@-]*";
const plainImage = String.raw`(?:${images})(?![\w-])(?::[\w.-]+)?`;
/** What nothing but an image is written like. */
const writtenImage = String.raw`(?:[\w.-]+(?::\d+)?(?:/[\w.-]+)+(?::[\w.-]+)?(?:@[\w:]+)?|[a-z][\w.-]*[:@][\w.:-]+)`;
const articles = String.raw`(?:(?:an?|the|latest|newest|official|plain|small|little|docker ?hub['’]?s?)\s)*`;
const noImage =
  "an?|the|my|some|any|it|its|this|that|which|in|on|for|to|of|from|with|and|at|as|so|please|now|latest|newest|official|right|same|default|docker|small|own|new|custom|different|tiny|minimal|light|lightweight|base|public|private|container|stable|simple|standard|whatever|whose|what|and|pull|policy|image|using|uses?|runs?|running";

/** The image, where it is said to be one. */
export const saidImage = new RegExp(
  [
    String.raw`\bimage(?:\s(?:is|named|called))?(?::\s?|\s?=\s?|\s)(?!(?:${noImage})\b)(?<image>${imageName})`,
    String.raw`镜像\s?(?:名?[是为用叫]|:|：)?\s?(?<named>${imageName})`,
    String.raw`\b(?!(?:${noImage})\s)(?<of>${imageName})\simage\b(?!\s?[:=]|\s(?!(?:${noImage})\b)[a-z0-9])`,
    String.raw`(?<han>${imageName})\s?的?镜像`,
  ].join("|"),
  "iu",
);

/** The image after a word that may be followed by anything else too (“with network tools”): only what is known for one. */
export const impliedImage = new RegExp(
  String.raw`(?:\b(?:with|from|using|of|runs?|running|uses?|has|having|based on)\s${articles}|(?:用|运行|跑)\s?)(?<image>${plainImage}(?=\s*(?:$|[^\s\w]|(?:in|on|for|to|with|from|and|as|named|called|so|please|now|there|here|server|instance|image)\b))|${writtenImage})`,
  "iu",
);

/** What else the pod is to have, or where it is to run, up to the next word that begins something. */
export const besides =
  /\bon\s(?<port>ports?\s\d+)|\b(?:with|using|from|has|having|runs|running)\s(?:(?:an?|the|some|latest|official)\b\s?)*(?<what>(?:(?!(?:an?|the|some|latest|official|in|on|for|to|with|using|from|named|called|and|that|which)\b)[^\s,;!?，。；！？]+\s?)+)|用\s?(?<how>[a-z0-9][\w./:@-]*)|带[有着上]?\s?(?<bears>[^，,。；;的]{1,16})的|(?<count>\d+\s?个?副本)/giu;

/** What the pod is to be called. */
export const saidName =
  /(?<!\bimage )\b(?:(?:named|called)\s|(?:(?:with|using) (?:the |a )?|whose |and (?:the )?|[,;]\s?)name(?: is| of| it)?(?::\s?|\s?=\s?|\s)|name it\s)(?<name>[a-z0-9][\w.-]*)|(?:名字?叫|名称?[为是叫]|名字是|叫做?)\s?(?<called>[a-z0-9][\w.-]*)/iu;
export const purpose =
  /\b(?:to|for|and) (?:an? |the |some |my )?(?!in\b)(?:[a-z]+)\b|(?:用来|用于|来|做)?(?:测试|调试|试试|试一下|排查|看看|玩)(?:一下|下|用)?/giu;
export const wordImage = new RegExp(String.raw`(?<![\w.-])(?:${plainImage}|${writtenImage})`, "iu");
