/** “Ok”, “well”, “hmm” before a pause, a word like them, or what is asked for. */
const opening =
  /^(?:(?:ok|okay|well|h+m+|um+|uh+|right|alright)(?:\s*[,.!…，]+\s*|\s+(?=(?:ok|okay|well)\b)|\s+(?=(?:list|show|get|describe|now|let|please)\b)))+/iu;

/** A message without what people say while they begin to speak: “ok” there does not ask whether anything is. */
export const withoutOpening = (text: string): string => {
  const rest = text.replace(opening, "");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
};
