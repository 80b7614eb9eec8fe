import type { Row } from "./types.ts";
import { at, isRecord, scalarText, textAt, type UnknownRecord } from "./values.ts";

/** A row of a value: a Kubernetes object, a flat record with a name, or a bare name. Undefined when it has no name. */
export const rowOfValue = (value: unknown): Row | undefined => {
  if (typeof value === "string") return value.trim() === "" ? undefined : { name: value.trim(), fields: {} };
  if (!isRecord(value)) return undefined;
  const event = rowOfEvent(value);
  if (event) return event;
  const name = textAt(value, "metadata", "name") || nameOf(value);
  if (name === "") return undefined;
  const namespace = textAt(value, "metadata", "namespace") || textAt(value, "namespace") || textAt(value, "Namespace");
  return {
    name,
    ...(namespace === "" ? {} : { namespace }),
    fields: scalarsOf(value),
    ...(isRecord(at(value, "metadata")) ? { object: value } : {}),
  };
};

const nameKeys: readonly string[] = [
  "name",
  "Name",
  "clusterName",
  "cluster",
  "podName",
  "pod",
  "nodeName",
  "namespaceName",
  "context",
  "id",
];

const nameOf = (value: UnknownRecord): string =>
  nameKeys.map((key) => textAt(value, key)).find((name) => name !== "") ?? "";

/** Attributes as text, under lower-case names; what is nested is left in the object. */
const scalarsOf = (value: UnknownRecord): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const text = scalarText(member);
      return text === undefined ? [] : [[key.toLowerCase(), text]];
    }),
  );

/** Events come as objects of the API, or flat (`InvolvedObject`, `Reason`, …); their name is the thing they happened to. */
const rowOfEvent = (value: UnknownRecord): Row | undefined => {
  const involved = at(value, "involvedObject") ?? at(value, "InvolvedObject") ?? at(value, "regarding");
  if (!isRecord(involved)) return undefined;
  const kind = textAt(involved, "kind") || textAt(involved, "Kind");
  const name = textAt(involved, "name") || textAt(involved, "Name");
  const namespace =
    textAt(value, "metadata", "namespace") || textAt(value, "Namespace") || textAt(involved, "namespace");
  const pick = (...keys: readonly string[]) => keys.map((key) => textAt(value, key)).find((text) => text !== "") ?? "";
  return {
    name,
    ...(namespace === "" ? {} : { namespace }),
    fields: {
      type: pick("type", "Type"),
      reason: pick("reason", "Reason"),
      object: `${kind}/${name}`,
      message: pick("message", "Message", "note"),
      "last seen": pick("lastTimestamp", "Timestamp", "eventTime", "firstTimestamp"),
      count: pick("count", "Count"),
    },
    object: value,
  };
};

/** The list in a value: itself, its `items`, or the longest list of nameable things under any key. */
export const listIn = (value: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  const items = at(value, "items");
  if (Array.isArray(items)) return items;
  if (isRecord(at(value, "metadata")) && textAt(value, "kind") !== "" && !textAt(value, "kind").endsWith("List"))
    return undefined;
  const lists = Object.entries(value).flatMap(([, member]) =>
    Array.isArray(member) && member.every((each) => rowOfValue(each) !== undefined) ? [member] : [],
  );
  return lists.sort((left, right) => right.length - left.length)[0];
};
