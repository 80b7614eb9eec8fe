export type { ServerError } from "./causes.ts";
export type { McpClient } from "./client.ts";
export { type ConnectOptions, connectMcp, type McpConnection, type ServerStatus } from "./connect-mcp.ts";
export {
  type LocalServer,
  type McpServer,
  type McpServers,
  mcpServersSchema,
  type OwnServer,
  type ParsedServers,
  parseMcpServers,
  type RemoteServer,
  type ServersMistake,
} from "./servers.ts";
