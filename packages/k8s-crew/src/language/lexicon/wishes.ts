/**
 * Wishes that name what should be different and not the verb that does it, as patterns, and the request that they come
 * to. How many more there are to be is left to the question: “two more” is not “two”.
 */
export const wishes: readonly (readonly [wish: RegExp, request: string])[] = [
  [
    /\b(?:(?:i|we|you)(?:'d| would)? (?:\w+ )?(?:need|want|like)|give|add|get|spin up|start|bring up|launch|run|put up)\b(?<what>[^?.,;]{0,60}?)\b(?:(?:\w+ )?more|additional|extra|another)\b(?<kind>[^?.,;]{0,40}?)\b(?:instances?|replicas?|copies|copy)\b(?<rest>[^?.,;]*)/iu,
    "scale $<kind> $<what> $<rest>",
  ],
  [
    /(?<what>[^，。,？?]{0,40}?)(?:要|需要|想)?(?:多|再|多给)?(?:增加|加|扩|起|开|跑)上?\s?(?:点|些|几个|一些|[一两二三四五六七八九十\d]+\s?个)\s?(?:实例|副本|(?<![A-Za-z])(?:replicas?|instances?)(?![A-Za-z]))(?!数|到|成|为|至)/iu,
    "扩容 $<what>",
  ],
  [
    /(?<what>[^，。,？?]{1,40}?)的?(?:副本|实例)数?(?:要|需要)?(?:再|多)(?:多|再)?(?:增加|加|扩|起|开)上?\s?(?:点|些|几个|一些|[一两二三四五六七八九十\d]+\s?个)/iu,
    "扩容 $<what>",
  ],
  [
    /(?:再|多)(?:给我|帮我)?(?:增加|加|扩|起|开|跑)\s?(?:点|些|几个|一些|[一两二三四五六七八九十\d]+\s?个)\s?(?<what>[^，。,？?]{1,40}?)的?(?:副本|实例)/iu,
    "扩容 $<what>",
  ],
];
