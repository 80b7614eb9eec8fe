import { redactText } from "./redact.ts";
import { terminalSafe } from "./terminal-safe.ts";

/** Characters of an attachment that are kept, from its end: that is where a log broke. */
const attachmentLimit = 64_000;

/** Text that came with a message and is only looked at: without secrets, and safe to show. */
export const attached = ({ attachment = "" }: { readonly attachment?: string }): string =>
  terminalSafe(redactText(attachment)).slice(-attachmentLimit);
