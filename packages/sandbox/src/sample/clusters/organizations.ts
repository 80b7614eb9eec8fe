import { string } from "../arguments.ts";
import { failed, json, rpcError, type SampleTool, text } from "../types.ts";

export const organizationTools: readonly SampleTool[] = [
  {
    name: "LIST_ORGANIZATIONS",
    description: "Teams that own namespaces",
    parameters: {
      detail: { type: "boolean", description: "With members" },
      page: { type: "number", description: "Page, from 1" },
      size: { type: "number", description: "Teams on a page" },
      withAdmin: { type: "boolean", description: "With administrators" },
    },
    required: [],
    run: async () => json({ count: 1, organizations: [{ name: "shop" }] }),
  },
  {
    name: "DESC_ORGANIZATION",
    description: "One team",
    parameters: { name: string("Name of the team") },
    required: ["name"],
    run: async (args) =>
      args.name === "shop"
        ? json({ name: "shop", namespaces: ["dev", "production"] })
        : failed(`organization '${String(args.name)}' not found`),
  },
  {
    name: "LIST_USERS",
    description: "People whose name contains a text",
    parameters: { name: string("Text in the name") },
    required: ["name"],
    run: async (args) =>
      String(args.name) === "" ? rpcError("name is required") : text(`Found 0 users matching ${String(args.name)}`),
  },
];
