import { parse } from "yaml";
import { argument, string } from "../arguments.ts";
import { memberOf, pathOf, textOf } from "../kubernetes-client.ts";
import { failed, type Read, rpcError, type SampleTool, text } from "../types.ts";
import { apiVersion, kind, ofCluster } from "./of-cluster.ts";

const explain: Read = async (_client, args) =>
  text(
    `KIND:     ${argument(args, "kind")}\nVERSION:  ${argument(args, "apiVersion")}\n\nDESCRIPTION:\n  See the API reference for ${argument(args, "kind")} ${argument(args, "field")}`.trimEnd(),
  );

const validateManifest: Read = async (_client, args) => {
  try {
    const manifest: unknown = parse(argument(args, "yaml"));
    const complete =
      textOf(manifest, "kind") !== "" &&
      textOf(manifest, "apiVersion") !== "" &&
      textOf(manifest, "metadata", "name") !== "";
    return complete ? text("The manifest is valid") : failed("the manifest needs apiVersion, kind and metadata.name");
  } catch (error) {
    return failed(`the manifest is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const diffManifest: Read = async (client, args) => {
  const valid = await validateManifest(client, args);
  if (valid.kind !== "text") return rpcError("failed to parse the manifest");
  const manifest: unknown = parse(argument(args, "yaml"));
  const namespace = textOf(manifest, "metadata", "namespace") || "default";
  const found = await client.get(
    pathOf({
      apiVersion: textOf(manifest, "apiVersion"),
      kind: textOf(manifest, "kind"),
      namespace,
      name: textOf(manifest, "metadata", "name"),
    }),
  );
  if (found.kind === "error") return rpcError(`failed to get resource: ${found.message}`);
  const same = JSON.stringify(memberOf(manifest, "spec")) === JSON.stringify(memberOf(found.value, "spec"));
  return text(same ? "No differences" : "spec differs");
};

export const manifestTools: readonly SampleTool[] = [
  ofCluster(
    {
      name: "EXPLAIN_RESOURCE",
      description: "What a kind and its fields mean",
      parameters: {
        kind,
        apiVersion,
        field: string("Path of a field"),
        recursive: { type: "boolean", description: "Fields below it too" },
      },
      required: ["kind", "apiVersion"],
    },
    explain,
  ),
  ofCluster(
    {
      name: "VALIDATE_MANIFEST",
      description: "Check a manifest without applying it",
      parameters: { yaml: string("The manifest") },
      required: ["yaml"],
    },
    validateManifest,
  ),
  ofCluster(
    {
      name: "DIFF_MANIFEST",
      description: "How a manifest differs from what is there",
      parameters: { yaml: string("The manifest") },
      required: ["yaml"],
    },
    diffManifest,
  ),
];
