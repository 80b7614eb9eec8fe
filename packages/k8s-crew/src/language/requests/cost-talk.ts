/** What a question about the conversation's own cost is made of: one of the keys, and nothing but these words. */
const english = {
  keys: [
    "costs?|costing|spent|spend|spending|paid|the bill|expensive|money",
    "how (?:many|much) tokens?|tokens? (?:used|usage|so far)|(?:my|our|remaining) budget|budget (?:is )?left|budget do (?:i|we) have",
  ].join("|"),
  others: [
    "how|much|many|what|what's|whats|has|have|had|did|do|does|is|was|were|be|so|far|until|till|up|to|now|already|in|total|all|altogether|overall",
    "the|a|this|that|it|its|of|for|from|my|our|your|me|us|i|we|you|and|ok|okay|please|pls|plz|can|could|show|see|tell|give|check",
    "conversation|session|chat|talk|question|answer|turn|last|one|today|dollars|usd|bucks|left|remaining|remains|still|tokens?|budget|pay|used|use|usage|using|consumed|burned|burnt|burn|take|took|taken|anything|something|model|llm|ai|api",
  ].join("|"),
};

const chinese = {
  keys: "花了|花费|花销|费用|多少钱|几块钱|多少块|要钱|收费|账单|贵不贵|预算|模型的?用量|cost\\s*多少|(?:tokens?|词元)\\s*(?:的)?(?:用量|消耗|用了)|(?:用|消耗|烧|花)了?\\s*多少\\s*(?:个\\s*)?(?:tokens?|词元)",
  others:
    "这|那|个|次|本|轮|一|共|总|到|现|在|目|前|为|止|聊|今|天|刚|才|问|题|对|话|会|的|了|是|多|少|钱|块|用|消|耗|烧|模型|大模型|统|计|看|下|查|给|我|你|们|还|剩|有|余|吗|呢|啊|吧|不|要|花|得|cost|tokens?|词元",
};

const whole = (words: string, between: string) => new RegExp(`^(?:${between}(?:${words}))+${between}$`, "iu");
const spoken = {
  english: {
    key: new RegExp(`\\b(?:${english.keys})\\b`, "iu"),
    whole: whole(`\\b(?:${english.keys}|${english.others})\\b`, "[\\s,.?!']*"),
  },
  chinese: {
    key: new RegExp(chinese.keys, "iu"),
    whole: whole(`${chinese.keys}|${chinese.others}`, "[\\s，。？！,.?!]*"),
  },
};

/** “How much did this cost so far?”, “这次一共花了多少钱”: of a namespace or a workload it has words of its own. */
export const asksCost = (message: string): boolean =>
  message.length <= longest &&
  isSeveral.test(message) &&
  Object.values(spoken).some(({ key, whole: only }) => key.test(message) && only.test(message));

/** One word of Latin letters may be a name. */
const isSeveral = /\s\S|\p{Script=Han}/u;

/** Characters: who says more says something else. */
const longest = 80;
