import { readRequest } from "./request.ts";

/** The command that a message is, said with a slash or in words (`/exit`, “再见”, “clear the screen”); else undefined. */
export const commandIn = (message: string): string | undefined => {
  const request = readRequest(message, {});
  return request.kind === "command" ? request.command : undefined;
};
