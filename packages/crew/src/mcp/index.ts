export type { ServerError } from "./causes.ts";
export { type ConnectOptions, connectMcp, type McpConnection, type ServerStatus } from "./connect-mcp.ts";
export { type McpServer, type McpServers, mcpServersSchema, type ParsedServers, parseMcpServers } from "./servers.ts";
