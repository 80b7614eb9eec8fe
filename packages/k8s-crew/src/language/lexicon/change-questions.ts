import type { Considered } from "../types.ts";

/** How a question about a change is put: the change stands in `change`, or in `thing` and `act`. */
export type ChangeQuestion = readonly [Considered["of"], RegExp];

const asked =
  "(?:会|有没有|有|要|还能|还会)[^，,]*(?:吗|么|嘛|呢|什么.*|啥.*|怎么?样.*|怎样.*|哪些.*|哪个.*|谁.*|多少.*|几个.*|多久.*|不会.*|没有|影响|后果|风险)|怎么?样|怎么办";
const whether =
  "可不可以|能不能|能否|该不该|应不应该|要不要|需不需要|用不用|是否(?:应该|可以|能|要|需要)|有没有必要|有必要";
const may = "可以|应该|需要|能|该|要";
/** Who asks for help asks for the change itself. */
const notForMe = "(?!.*(?:帮|给我|麻烦|请|劳驾|一下|下吗|你))";
const aside =
  "(?:(?:hi|hey|ok(?:ay)?|so|and|but|wait|hm+|um+|please|(?:can|could) you tell me|tell me|do you know|i wonder|i'd like to know|i want to know|do you think)[\\s,]+)*";
const who = "(?:i|we|you|someone|somebody|one)";
const follows =
  "break|affect|cause|hurt|lose|stop|interrupt|kill|impact|drop|restart|delete|take down|mean|do|help|fix";

const opening =
  "(?:(?:你觉得|你说|请问|那么?|现在|我?想问(?:一下|下)?|问(?:一下|下)|(?:帮我)?(?:看看|看下|看一下|说说|想想)|告诉我|我想知道)[\\s,，]*)*";
const zh = (pattern: string): RegExp => new RegExp(`^${opening}${pattern}[\\s?？。!！]*$`, "iu");
const mayZh = (pattern: string): RegExp => zh(`${notForMe}${pattern}`);
const en = (pattern: string): RegExp => new RegExp(`^${aside}${pattern}[\\s?.!]*$`, "iu");

/** The first that fits counts, where what stands in it is a change. */
export const changeQuestions: readonly ChangeQuestion[] = [
  ["effect", zh(`(?:如果|要是|假如|假设|万一)(?:我|我们)?(?<change>.+?)(?:的话|之后|以后)?[\\s,，]*(?:${asked})`)],
  ["effect", zh(`(?:我|我们)?(?<change>.+?)(?:的话|之后|以后|后)?[\\s,，]*(?:${asked})`)],
  ["effect", zh("(?:什么时候|啥时候|何时)(?:才)?(?:应该|需要|该|要|得|能|可以)(?:去)?(?<change>.+)")],
  ["effect", mayZh(`(?:现在)?(?:${whether})(?:直接|现在|马上|随便|安全地?的?)?(?<change>.+?)(?:吗|么|呢)?`)],
  ["effect", mayZh(`(?:现在)?(?:${may})(?:直接|现在|马上|随便|安全地?的?)?(?<change>.+?)(?:吗|么|嘛)`)],
  [
    "effect",
    mayZh(
      `(?<thing>.*?[\\w.-]+)\\s?(?:现在)?(?:${whether})(?:直接|现在|马上|随便|安全地?的?)?(?<act>.+?)(?:吗|么|呢)?`,
    ),
  ],
  [
    "effect",
    mayZh(`(?<thing>.*?[\\w.-]+)\\s?(?:现在)?(?:${may})(?:直接|现在|马上|随便|安全地?的?)?(?<act>.+?)(?:吗|么|嘛)`),
  ],
  ["effect", mayZh("(?<change>.+?)(?:安全吗|安不安全|安全么|危险吗|有风险吗)")],
  ["way", zh("(?:请问)?(?:我)?(?:怎么才能|怎样才能|怎么|怎样|如何)(?:去|可以|能)?(?<change>.+?)(?:呢|啊)?")],
  [
    "effect",
    en(
      `what(?:'s going to|'ll|'s| would| will| might| could| does)? happens?(?: to .+?)? (?:if|when|once|after) (?:${who} )?(?<change>.+)`,
    ),
  ],
  ["effect", en(`what (?:would|will|does|do|could|might) (?<change>\\w+ing .+?) (?:${follows})\\b.*`)],
  ["effect", en(`(?:would|will|does|could|can) (?<change>\\w+ing .+?) (?:${follows}|be)\\b.*`)],
  ["effect", en("is (?<change>\\w+ing .+?) (?:safe|risky|dangerous|ok(?:ay)?|fine|a (?:good|bad) idea|a problem)")],
  ["effect", en(`(?:if|when) ${who} (?<change>.+?),? (?:will|would|does|do|is|are|what|can|could) .+`)],
  ["effect", en(`(?:will|would|does|do|can|could|is|are) .{1,40} (?:if|when) ${who} (?<change>.+)`)],
  ["effect", en("(?:can|could|may) (?:i|we) safely (?<change>.+)")],
  [
    "effect",
    en(
      "(?:can|could|may) (?:i|we) (?<change>.+?) (?:safely|without (?:\\w+ing|an?|any|downtime|trouble|impact)\\b.*|with no .+)",
    ),
  ],
  ["effect", en("(?:safe|ok(?:ay)?) to (?<change>.+)")],
  ["effect", en(`(?:when )?(?:should|must|shall) (?:i|we) (?<change>.+)`)],
  [
    "effect",
    en(
      "(?:do (?:i|we) (?:have|need) to|is it (?:ok(?:ay)?|fine|safe|risky|dangerous|a good idea|a bad idea) (?:for (?:me|us) )?(?:to|if (?:i|we))) (?<change>.+)",
    ),
  ],
  [
    "way",
    en(
      `(?:how (?:do|can|could|should|would) ${who}|how to|what(?:'s| is) the (?:kubectl )?(?:command|way) (?:to|for)) (?<change>.+)`,
    ),
  ],
];

/** What is to be looked at before a change that is not made yet. */
export const beforeChanges: readonly RegExp[] = [
  /^before (?:(?:i|we|you) )?(?<change>[^,]+),\s*(?<request>.+)$/iu,
  /^(?<change>.+?)(?:之前|以前|前)[\s,，]*(?:先|请|帮我|我想|给我)+(?<request>.+)$/iu,
];
