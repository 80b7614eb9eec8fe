import { isObject, isString, type JsonSchema } from "../json.ts";

/** What `$ref` points at within the document: `#`, a JSON Pointer `#/$defs/Pod`, or an anchor `#pod`. */
export function pointedTo(root: JsonSchema, reference: string): JsonSchema | undefined {
  if (!reference.startsWith("#")) return undefined;
  const fragment = reference.slice(1);
  const target =
    fragment === "" || fragment.startsWith("/") ? followPointer(root, fragment) : anchored(root, reference);
  if (target === true) return {};
  return isObject(target) ? target : undefined;
}

function followPointer(root: JsonSchema, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, step) => {
      const key = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
      if (Array.isArray(value)) return value[Number(key)];
      return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }, root);
}

/** Drafts name an anchor in different ways: `$anchor: "pod"`, before that `$id: "#pod"` and `id: "#pod"`. */
function anchored(root: JsonSchema, reference: string): unknown {
  const names: readonly (readonly [string, string])[] = [
    ["$anchor", reference.slice(1)],
    ["$dynamicAnchor", reference.slice(1)],
    ["$id", reference],
    ["id", reference],
  ];
  const waiting: unknown[] = [root];
  for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) {
    if (isObject(value)) {
      const node = value;
      if (names.some(([keyword, name]) => isString(node[keyword]) && node[keyword] === name)) return node;
      waiting.push(...Object.values(node).filter((held) => typeof held === "object" && held !== null));
    } else if (Array.isArray(value)) waiting.push(...value.filter((held) => typeof held === "object" && held !== null));
  }
  return undefined;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
