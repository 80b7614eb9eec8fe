import type { Arguments } from "@k8s-copilot/crew";
import { parseAllDocuments } from "yaml";
import type { CatalogEntry } from "../catalog/types.ts";
import { at, isRecord, listAt, textAt } from "../results/values.ts";
import { kindOf, unknownKind } from "./spots.ts";

/** What is changed: a kind, and the namespace if it is known. */
export type Changed = { readonly kind: string; readonly namespace: string };

/** Everything that the manifests of a call hold; what cannot be read may be anything. */
export const changedByManifest = (entry: CatalogEntry, args: Arguments): readonly Changed[] =>
  entry.parameters
    .filter(({ role, name }) => role === "manifest" && args[name] !== undefined)
    .flatMap(({ name }) => {
      const changed = valuesOf(args[name]).flatMap(changedBy);
      return changed.length > 0 ? changed : [anything];
    });

const anything: Changed = { kind: unknownKind, namespace: "" };

const valuesOf = (manifest: unknown): readonly unknown[] => {
  if (Array.isArray(manifest)) return manifest.flatMap(valuesOf);
  return typeof manifest === "string" ? documentsOf(manifest) : [manifest];
};

/** What cannot be read stands as something of which nothing is known. Empty documents change nothing. */
const documentsOf = (text: string): readonly unknown[] => {
  try {
    return [parseAllDocuments(text, { logLevel: "silent" })]
      .flat()
      .flatMap((document): readonly unknown[] => (document.errors.length > 0 ? [undefined] : [document.toJS()]))
      .filter((value) => value !== null);
  } catch {
    return [undefined];
  }
};

const changedBy = (object: unknown): readonly Changed[] => {
  if (!isRecord(object)) return [anything];
  if (Array.isArray(at(object, "items"))) return listAt(object, "items").flatMap(changedBy);
  const kind = kindOf(textAt(object, "kind"), [textAt(object, "apiVersion")]);
  return [{ kind, namespace: textAt(object, "metadata", "namespace") }];
};
