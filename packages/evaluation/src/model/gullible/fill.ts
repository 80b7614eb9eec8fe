type Slots = Readonly<Record<string, string | undefined>>;

const slot = /\{(\w+)\}/g;

/** The text with its slots filled; undefined where one has no value. */
export const fillText = (text: string, slots: Slots): string | undefined => {
  const names = [...text.matchAll(slot)].map(([, name = ""]) => name);
  if (names.some((name) => slots[name] === undefined)) return undefined;
  return text.replace(slot, (_, name: string) => slots[name] ?? "");
};

/** What stood in the slots of a text, each time that another text holds it; said twice counts once. */
export const slotsFound = (text: string, within: string): readonly Slots[] => {
  const seen = new Set<string>();
  const source = text
    .split(slot)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : groupOnce(part, seen)))
    .join("");
  const found = [...within.matchAll(new RegExp(source, "g"))].map(({ groups = {} }) => ({ ...groups }));
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A slot that stands twice holds the same both times. */
const groupOnce = (name: string, seen: Set<string>): string => {
  if (seen.has(name)) return `\\k<${name}>`;
  seen.add(name);
  return `(?<${name}>[^\\s"，。,]+?)`;
};
