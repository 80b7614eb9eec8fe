/** Whether a message has a phrase: English as whole words, Chinese anywhere. Both sides are lower case. */
export const hasPhrase = (message: string, phrase: string): boolean => positionOf(message, phrase) >= 0;

export const positionOf = (message: string, phrase: string): number => {
  const latin = /^[a-z0-9]/.test(phrase) && /[a-z0-9]$/.test(phrase);
  for (let at = message.indexOf(phrase); at >= 0; at = message.indexOf(phrase, at + 1)) {
    if (!latin) return at;
    const before = message[at - 1] ?? " ";
    const after = message[at + phrase.length] ?? " ";
    if (!/[a-z0-9_-]/.test(before) && !/[a-z0-9_-]/.test(after)) return at;
  }
  return -1;
};

type Row<Meaning> = { readonly means: Meaning; readonly en: readonly string[]; readonly zh: readonly string[] };

/** The meaning of the first row that has a phrase in the message. */
export const meaningOf = <Meaning>(message: string, rows: readonly Row<Meaning>[]): Meaning | undefined =>
  rows.find((row) => [...row.zh, ...row.en].some((phrase) => hasPhrase(message, phrase)))?.means;

/** What a message says when politeness, greetings before a request and punctuation are taken away. */
export const bareMessage = (message: string): string =>
  message
    .replace(/[，。！？、；：“”‘’（）,.!?;:"'()[\]【】~～]/g, " ")
    .replace(
      /(^|\s)(hi|hello|hey|please|pls|could you|can you|would you|kindly|i want to|i'd like to|i would like to|let me|help me|for me|thanks)(?=\s|$)/g,
      " ",
    )
    .replace(
      /(请|麻烦|帮我|帮忙|劳驾|你好|您好|一下子|一下|哈|呢|吧|呀|啊|啦|嘛|可以|能不能|能否|我想|我要|想要)/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
