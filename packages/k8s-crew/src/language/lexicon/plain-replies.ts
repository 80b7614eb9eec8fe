/**
 * Sentences that tell nothing of a cluster, by what they begin with: whoever says them need not have looked. Whatever is
 * not among them is taken for a claim.
 */

/** Of greeting, thanking, being sorry; a sentence may go on after them. */
export const courtesies: readonly RegExp[] = [
  /^(?:hi|hello|hey|thanks|thank you|you['’]re (?:very )?welcome|my pleasure|no problem|glad to help|good (?:morning|afternoon|evening|night)|sorry|sure|of course|okay|ok|goodbye|bye|i['’]m sorry|understood|great question)(?: there| for that| about that)?$/iu,
  /^(?:你好|您好|嗨|早上好|下午好|晚上好|晚安|谢谢|不客气|不用谢|别客气|很高兴[^，。！]{0,6}|抱歉|对不起|不好意思|好的?|当然|没问题|再见|收到|明白|很抱歉|非常抱歉)[呀啊哦的了]?$/u,
];

/** Of what the assistant is, can and cannot do. */
export const limits: readonly RegExp[] = [
  /^i(?:['’]m| am) (?:just |only )?an? [\w -]*(?:assistant|agent|bot|copilot|model|program)\b/iu,
  /^(?:so |but )?i (?:can|could) only \w+|^i only (?:help|answer|handle|deal|know)\b/iu,
  /^(?:so |but )?(?:i|this server|this assistant|the server)(?: (?:can(?:not|['’]t| not)|(?:am|is) (?:not able|unable) to|(?:do|does)(?: not|n['’]t)|did(?: not|n['’]t)) (?:understand|help|do|answer|book|know|support|offer|access|have (?:a|any) (?:tool|way|access))| (?:have|has) no (?:tool|way|access))\b/iu,
  /^there (?:is|are) no tools?\b/iu,
  /^(?:so |but )?i can help (?:you )?(?:to )?\w+/iu,
  /^(?:我|本助手|这个助手)(?:是[^，。]{0,12}(?:助手|机器人|程序|模型)|(?:只能|仅能|只会|无法|不能|没法|没听懂|没有?听懂|没看懂|不太?明白|没明白|不懂|不会))/u,
  /^(?:我|(?:当前|这个|该)?(?:的)?服务器)(?:上)?没有[^，。]{0,16}工具/u,
  /^我(?:可以|能)(?:够)?(?:帮|为|给|替)(?:你|您|助)/u,
  /^(?:只能|无法|不能)(?:帮|回答|处理|做)/u,
];

/** Of asking and offering. */
export const asks: readonly RegExp[] = [
  /^(?:please (?!note|be aware|be advised|know|remember)|could you|can you|would you|do you|shall i|should i|which|what|where|who|when|how|let me know|tell me|just (?:say|tell|ask|name)|say it|name (?:the|it)|i can (?:restart|scale|delete|show|list|look|check|get|read|describe|explain|do|find out) )/iu,
  /^(?:请(?!注意|放心|知悉|记住|随意)|麻烦|要不要|要|还?需要|还要|还想|您?你?(?:想|要|指|说)|哪|什么|告诉我|能(?:否|不能)|可以(?:说|告诉)|是否|我可以|能换)/u,
  /^(?:let me|i['’]ll|i will|one moment|just a moment|looking|checking)\b/iu,
  /^(?:马上|我来|让我|这就|稍等|正在(?:查|看|为))/u,
  /^(?:but )?(?:first )?(?:i(?: first)? (?:need|have) to (?:know|find|ask|see|look)|i(?:['’]d| would) (?:first )?(?:need to )?(?:know|like to know)|let['’]s (?:find|see|look|check))\b/iu,
  /^to (?:read|see|show|get|find|answer|list|look)\b[^.,;]*\bi(?: first)? (?:need|have) to (?:know|find|see)\b/iu,
  /^(?:我|我们)?(?:先|得先|要先|需要先?|还得)(?:帮[你您])?(?:知道|确认|确定|找|查|看|问|了解)/u,
  /^为了[^，。]{0,20}$/u,
];

/** What makes a sentence one about this cluster, these people or now, or advice to go ahead. */
export const bearsOnHere =
  /\b(?:the|this|these) (?!(?:cluster|node|pod|container|control plane|kubelet|scheduler|kernel|api server|image|same|smallest|number|name|process|others?|rest)\b)|\b(?:this|these|your|yours|our|ours|my|mine|we|us|here|now|currently|today|tonight|everything|nothing|it['’]s|they|safe\w*|delet\w+|remov\w+|fine|healthy|worry|worried|relax|go ahead|feel free)\b|你的|您的|你们|我们|咱们|现在|目前|当前|今[天晚]|已经|所有|全部|一切|这[个些里]|那[个些里]|该|安全|放心|随意|删|清[空理]|没事|没关系|正常|健康|直接/iu;
