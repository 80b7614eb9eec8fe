/** Words that stand in every text, and say nothing of what it is about. */
export const COMMON: ReadonlySet<string> = new Set(
  [
    "am an as at be by do he if in is it me my no of on or so to up us we and are but can did for had has",
    "her him his how its not our out she the too was who why you been does from have here into that them",
    "then they this were what when will with your about could there these those where which while would",
    "their should",
    "什么 怎么 为什 如何 一个 这个 那个 我们 可以 是否 以及",
    "です ます した して する ある いる こと から まで ない など これ それ",
  ].flatMap((line) => line.split(" ")),
);
