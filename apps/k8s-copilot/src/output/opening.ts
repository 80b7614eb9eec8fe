import type { NextStep } from "@k8s-copilot/k8s-crew";
import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { Session } from "../session.ts";
import type { Way } from "./result.ts";

/** What a talk opens with, on stderr: one line on who answers about what, then what can be said at once. */
export const tellOpening = (session: Session, { console, flags, say }: Way): void => {
  if (flags.quiet) return;
  const safe = (text: string) => terminalSafe(text, { unsafe: "drop" });
  const servers = session.servers.map(({ name, toolCount }) =>
    say("chatServer", { name: safe(name), count: toolCount }),
  );
  const brain = session.model === undefined ? say("chatRules") : say("chatModel", { model: safe(session.model) });
  const cluster = session.cluster === undefined ? say("chatNoCluster") : safe(session.cluster);
  console.note(console.err.bold(say("chatOpening", { servers: servers.join(", "), brain, cluster })));
  if (session.sandbox) console.note(say("chatSandbox"));
  if (flags.readOnly) console.note(say("chatReadOnly"));
};

export const tellQuickCommands = (
  commands: readonly NextStep[],
  { console, flags, say, picks, speaksAny }: Way & { readonly picks: boolean; readonly speaksAny: boolean },
): void => {
  if (flags.quiet) return;
  if (commands.length > 0) console.note(say(picks ? "pickQuickCommands" : "chatQuickCommands"));
  commands.forEach(({ label }, index) => {
    console.note(`  ${index + 1}. ${terminalSafe(label, { unsafe: "drop" })}`);
  });
  console.note(console.err.dim([say("chatLeaving"), ...(speaksAny ? [say("chatLanguages")] : [])].join(" ")));
};
