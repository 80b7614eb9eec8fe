import type { PlaybookStep } from "../types.ts";

/** Steps that stand in several playbooks. */
export const recentWarnings: PlaybookStep = {
  verb: "list",
  resource: "event",
  show: "warnings",
  since: "1h",
  reason: { zh: "查看最近一小时的警告事件", en: "Look at the warnings of the last hour" },
  read: { zh: "同一原因反复出现的最值得看", en: "a cause that comes back again and again counts most" },
};

export const closerLook: PlaybookStep = {
  verb: "diagnose",
  resource: "thing",
  when: "found",
  reason: { zh: "发现问题时，逐个细看最严重的几个", en: "If something is wrong, look closely at the worst" },
  read: {
    zh: "退出码、事件和重启前的最后几行日志说明原因",
    en: "exit code, events and the last lines of the log tell why",
  },
};
