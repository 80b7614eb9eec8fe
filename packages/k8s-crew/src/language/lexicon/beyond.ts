/**
 * What a sentence may ask for beside its subject that no answer in a conversation holds: another form, another time, to
 * go on and on, to be sent somewhere.
 */
export type Beyond = "format" | "schedule" | "follow" | "delivery";

/** `instead`: what the words say without it. `only`: the rest of the sentence has to match this, and must not match `unless`. */
export type BeyondRow = {
  readonly of: Beyond;
  readonly said: RegExp;
  readonly instead?: string;
  readonly only?: RegExp;
  readonly unless?: RegExp;
};

/** A sentence that tells somebody to do something: “every hour” in any other one is a part of what happens. */
const orders =
  /^\s*(?:(?:please|pls|can you|could you|would you|i want you to|i need you to|hey|ok|and|just)[,\s]+)*(?:list|show|get|give|tell|check|report|print|look|watch|monitor|keep|send|post|run|refresh|describe|restart|scale|delete|remove|roll|drain|cordon|update|set|stop|start|reboot|bounce|ping|notify|email|mail|export|save|count|dump|fetch)\b|重启|扩|缩|删|回滚|排空|封锁|更新|升级|停|查|看|列|检查|巡检|监控|报告|汇报|发/iu;
const changes =
  /\b(?:restart|scale|delete|remove|roll|drain|cordon|update|set|stop|start|reboot|bounce|kill|upgrade)\b|重启|扩|缩|删|回滚|排空|封锁|更新|升级|停/iu;

const unit = "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|mornings?|weeks?|mondays?)";
const place =
  "(?:slack|teams|discord|telegram|whatsapp|e-?mails?|mail|inbox|wechat|dingtalk|feishu|lark|sms|jira|pagerduty|confluence|notion|google docs?|a file|file|files|disk|clipboard|s3|my phone|my boss|the team|the channel)";
const placeZh =
  "(?:slack|teams|jira|钉钉|飞书|微信群?|企微|企业微信|邮箱|邮件|短信|手机|群里?|工作群|老板|领导|文件里?|本地|桌面|剪贴板|网盘)";
const form =
  "(?:json|csv|tsv|excel|xlsx?|xml|html|markdown|pdf|word|toml|spreadsheet|chart|graph|diagram|plot|pie chart|bar chart|line chart)";
const formZh =
  "(?:json|csv|excel|xlsx?|xml|html|markdown|pdf|word|图表|饼图|柱状图|折线图|曲线图|架构图|拓扑图|思维导图)";

export const beyondRows: readonly BeyondRow[] = [
  {
    of: "delivery",
    said: /^(\s*(?:please |pls |can you |could you |would you )?)(?:export|download|save|e-?mail)(?: me| us)?(?=\s)/iu,
    instead: "show",
  },
  {
    of: "delivery",
    said: /^(\s*(?:请|帮我|麻烦|帮忙)?)(?:导出|下载|保存)(?:一下)?/u,
    instead: "查看",
  },
  {
    of: "delivery",
    said: new RegExp(
      String.raw`,?\s*(?:and\s+)?(?:then\s+)?(?:send|post|share|forward|push|mail|e-?mail|save|write|export|download|copy|upload)\s+(?:it|them|this|that|these|those|the results?|the output|everything|all)(?:\s+(?:to|on|in|into|via|by|as)\s+(?:(?:my|our|the|a|an)\s+)?(?:#[\w-]+|${place}|${form})(?:\s+(?:channel|file|group))?)?(?=[\s,.!?]|$)`,
      "iu",
    ),
  },
  {
    of: "delivery",
    said: new RegExp(
      String.raw`\s(?:to|on|into|via|by)\s+(?:(?:my|our|the|a|an)\s+)?(?:#[a-z][\w-]+|${place})(?:\s+(?:channel|file|group))?(?=[\s,.!?]*$)`,
      "iu",
    ),
    only: /\b(?:send|post|share|forward|push|mail|e-?mail|save|write|export|download|copy|upload|dump|report)\b/iu,
  },
  {
    of: "delivery",
    said: new RegExp(
      String.raw`[，,]?\s?(?:并且?|然后|再|顺便|同时)?(?:帮我)?(?:把)?(?:它们?|结果|内容)?(?:发送?|推送?|转发|抄送|同步|导出|保存|存|写|下载|复制|上传)(?:一份)?(?:到|给|成|为|至|进)?\s?(?:我的?|我们的?|团队的?)?\s?${placeZh}`,
      "iu",
    ),
  },
  {
    of: "format",
    said: new RegExp(
      String.raw`\s(?:as|in|to|into)\s+(?:an?\s+)?(?:raw\s+|pretty\s+)?${form}(?:\s+(?:format|form|file|table|output))?(?=[\s,.!?]|$)`,
      "iu",
    ),
  },
  {
    of: "format",
    said: new RegExp(
      String.raw`^\s*(?:(?:as|in|and|to)\s+)?${form}(?:\s+(?:format|output))?(?:\s+please)?[.!?]*$`,
      "iu",
    ),
  },
  {
    of: "format",
    said: new RegExp(
      String.raw`[，,]?\s?(?:用|以|按|为|成|转成|输出成?为?|导出成?为?|转换成|返回|生成|画成?|做成|整理成|换成)\s?(?:一个|一张|个|张)?\s?${formZh}\s?(?:的?格式|的?形式|文件)?(?:来?(?:输出|显示|返回|展示|导出))?(?:给我)?`,
      "iu",
    ),
  },
  {
    of: "schedule",
    said: new RegExp(
      String.raw`,?\s*\b(?:once\s+)?(?:every|each)\s+(?:(?:other|\d+|two|three|five|ten|fifteen|thirty)\s*)?${unit}\b(?:\s+at\s+\d{1,2}(?::\d\d)?\s*(?:am|pm)?)?`,
      "iu",
    ),
    only: orders,
  },
  {
    of: "schedule",
    said: /\b(?:hourly|nightly at \d\S*|periodically|regularly|on a schedule)(?=[\s,.!?]*$)/iu,
    only: orders,
  },
  {
    of: "schedule",
    said: /,?\s*\b(?:tomorrow|tmrw|tmr|tonight|later today|next (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?:\s+(?:morning|afternoon|evening|night))?(?:\s+at\s+\d{1,2}(?::\d\d)?\s*(?:am|pm|o'clock)?)?(?=[\s,.!?]|$)/iu,
    only: orders,
  },
  {
    of: "schedule",
    said: /,?\s*\b(?:at\s+\d{1,2}(?::\d\d)?\s*(?:am|pm|o'clock)|at (?:noon|midnight)|in (?:an?|\d+|half an) (?:minutes?|mins?|hours?|hrs?)|later)(?=[\s,.!?]*$)/iu,
    only: changes,
  },
  {
    of: "schedule",
    said: /[，,]?\s?每(?:隔|过)?\s?[\d一二两三五十半]*\s?个?(?:分钟|小时|秒钟?|天早上|天晚上|天|周|星期|晚)(?:[\d一二三四五六七八九十]+点)?(?:自动)?(?:都|就)?(?=\s?(?:帮我|给我|帮忙)?\s?(?:查|看|检查|列|报|汇报|巡检|刷新|执行|跑一次|来一次|重启一下|发))/u,
    only: orders,
  },
  {
    of: "schedule",
    said: /[，,]?\s?(?:定时|定期|周期性地?)(?=\s?(?:帮我|给我)?\s?(?:查|看|检查|列|报|巡检|刷新|执行|重启|清理))/u,
  },
  {
    of: "schedule",
    said: /(?:等?明天|后天|今晚|明晚|明早|下周[一二三四五六日天]?|下个?月)\s?(?:早上|上午|中午|下午|晚上|凌晨)?\s?(?:[\d一二三四五六七八九十]+\s?点(?:半|钟)?)?(?:的时候)?再?|(?:[\d一二两三五十半]+\s?个?(?:分钟|小时|钟头)(?:后|以后|之后))再?|(?:稍后|待会儿?|过会儿?|晚点)再?|(?:今天)?(?:早上|上午|中午|下午|晚上|凌晨)?[\d一二三四五六七八九十]+点(?:半|钟)?(?:的时候)?再/u,
    only: changes,
  },
  { of: "follow", said: /\bkeep (?:watching|monitoring|tailing|following|an eye on|checking)\b/iu, instead: "show" },
  {
    of: "follow",
    said: /^(\s*(?:please |pls |can you |could you )?)(?:follow|stream|watch|monitor)(?= (?!out\b|up\b)(?:the |all |my |for )?[\w-])/iu,
    instead: "show",
  },
  {
    of: "follow",
    said: /(?<!\b(?:in|on|at|from|of|the))\s(?:in real[- ]?time|continuously|non-?stop|live)(?=[\s,.!?]*$)/iu,
    unless: /\bwhere\b/iu,
  },
  {
    of: "follow",
    said: /\b(?:notify|alert|ping|warn|page|text) (?:me|us) (?:when(?:ever)?|if|once|as soon as|about)\b/iu,
    instead: "check whether",
  },
  {
    of: "follow",
    said: /(?:帮我)?(?:实时|持续|不断|不停地?|一直)地?(?=\s?(?:看|查看|查|监控|跟踪|盯|输出|显示|刷新|观察|打印|跟))/u,
  },
  { of: "follow", said: /(?:实时|滚动)(?=(?:的)?(?:日志|输出|查看|显示))/u },
  { of: "follow", said: /(?:盯着|盯一下|盯住|监控一下|监控着|跟踪一下)/u, instead: "查看" },
  {
    of: "follow",
    said: /[，,]?\s?(?:有(?:问题|异常|变化|情况|消息)|好了|挂了|就绪了?|出问题)(?:的话|了|时)?(?:就|请|再)?(?:通知|提醒|告诉|叫|喊)(?:一下)?我(?:一声)?/u,
  },
  { of: "follow", said: /\s(?:-f|-w|--follow|--watch)(?=\s|$)/u, only: /\b(?:get|logs?)\s/iu },
  {
    of: "format",
    said: /\s(?:-o|--output)[\s=]?(?:json\S*|custom-columns\S*|go-template\S*|template\S*)/u,
    only: /\b(?:get|describe|logs?|top)\s/iu,
  },
];
