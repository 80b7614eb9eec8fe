/** Whether there is any is asked: yes or no is the answer, and what there is comes after it. */
export const asksWhether = (text: string): boolean => asking.some((pattern) => pattern.test(text));

const asking: readonly RegExp[] = [
  /有没有|有无|是否|是不是有|能不能看出|看得出|看出.{0,4}(?:什么|啥|点)/u,
  /(?:吗|么|没|没有|嘛|不)[\s?？。!！~]*$/u,
  /^\s*(?:(?:hey|hi|pls|please|so|ok|and|also)[\s,]+)*(?:any\b|anything\b|is\b|are\b|was\b|were\b|do\b|does\b|did\b|has\b|have\b|got any\b|(?:can|could) (?:you|we|i) (?:see|find|spot)\b)/iu,
  /\b(?:any|anything|something)\b[^?]*\?\s*$/iu,
  /\berrors?\b[^?]{0,40}\?\s*$/iu,
];
