import type { WordTable } from "./table.ts";

/** What takes back what an answer assumed, as its lines say in brackets. */
export const undoWords: readonly string[] = ["undo", "撤销"];

/** Conversations that are kept: going on with one, looking at them, the report. */
export const sessionWords = {
  aboutContinue: { en: "go on with the last conversation", zh: "接着上一次对话继续" },
  aboutResume: { en: "go on with a conversation (without id: the last one)", zh: "继续某次对话（不写编号则为上一次）" },
  aboutNoSession: { en: "keep no record of this conversation", zh: "不保存本次对话" },
  aboutSessions: { en: "conversations that were kept", zh: "保存的对话" },
  aboutSessionsList: { en: "list them, the last one first", zh: "列出对话，最近的在前" },
  aboutSessionsShow: {
    en: "report of one: who asked what, calls, findings (secrets masked)",
    zh: "查看一次对话的报告：谁问了什么、调用、发现（密文已隐藏）",
  },
  aboutSessionsRm: { en: "remove some, or all", zh: "删除若干或全部对话" },
  aboutSessionsId: { en: "id, or how it begins; without: the last one", zh: "编号或其开头；不写则为上一次" },
  aboutSessionsIds: { en: "ids, or how they begin", zh: "编号或其开头" },
  aboutSessionsFormat: { en: "md or json", zh: "md 或 json" },
  aboutSessionsAll: { en: "all that nobody is in", zh: "全部（正在使用的除外）" },
  exampleSessionsList: { en: "{program} sessions list", zh: "{program} sessions list" },
  exampleSessionsShow: {
    en: "{program} sessions show --format md > incident.md",
    zh: "{program} sessions show --format md > incident.md",
  },
  exampleSessionsRm: { en: "{program} sessions rm --all", zh: "{program} sessions rm --all" },
  exampleContinue: {
    en: '{program} ask --continue "its events"',
    zh: "{program} ask --continue 再看看它的事件",
  },
  sessionUnsaved: {
    en: "This conversation is not saved: {folder} cannot be used ({cause}).",
    zh: "本次对话不会保存：无法使用 {folder}（{cause}）。",
  },
  sessionOff: {
    en: "Conversations are not kept (sessions.keep is false), so there is none to go on with.",
    zh: "未保存对话（sessions.keep 为 false），没有可以继续的对话。",
  },
  sessionNoneBefore: {
    en: "There is no earlier conversation; this one is new.",
    zh: "之前没有保存的对话；这是一次新的对话。",
  },
  sessionUnknown: { en: "There is no conversation {id}.", zh: "没有编号为 {id} 的对话。" },
  sessionSeveral: { en: "{id} may be several conversations: {ids}.", zh: "{id} 对应多次对话：{ids}。" },
  sessionUnknownRemedy: {
    en: "{program} sessions list shows which there are.",
    zh: "{program} sessions list 可列出已有的对话。",
  },
  sessionLocked: {
    en: "Conversation {id} is open in another process.",
    zh: "对话 {id} 正在另一个进程中使用。",
  },
  sessionLockedRemedy: {
    en: "Go on there, end it there first, or begin a new one.",
    zh: "请在那边继续，或先在那边结束，或开始新的对话。",
  },
  sessionOtherVersion: {
    en: "Conversation {id} was kept by another version, which this one cannot go on with.",
    zh: "对话 {id} 由另一版本保存，当前版本无法继续。",
  },
  sessionAnew: { en: "Begin a new one.", zh: "请开始新的对话。" },
  sessionOtherServer: {
    en: "Conversation {id} was about {before}; now it would be about {now}. Answers of two places are never mixed.",
    zh: "对话 {id} 针对的是 {before}，现在却会针对 {now}。两处的结果不会混在一起。",
  },
  sessionNoServer: {
    en: "Conversation {id} was about {before}, which is not what would be used now: {now}",
    zh: "对话 {id} 针对的是 {before}，与现在要用的不同：{now}",
  },
  sessionOtherServerRemedy: {
    en: "Use what it was about (--sandbox, --kubeconfig, K8S_MCP_URL, current context), or ask anew: {program} ask …",
    zh: "请换回原来的对象（--sandbox、--kubeconfig、K8S_MCP_URL、当前 context），或重新提问：{program} ask …",
  },
  sessionUnreadable: {
    en: "What was saved of conversation {id} cannot be read ({cause}).",
    zh: "无法读取保存的对话 {id}（{cause}）。",
  },
  sessionUnreadableRemedy: {
    en: "Begin a new one, or remove it: {program} sessions rm {id}",
    zh: "请开始新的对话，或删除它：{program} sessions rm {id}",
  },
  sessionGoesOn: { en: "Going on with conversation {id}.", zh: "继续对话 {id}。" },
  sessionVoided: {
    en: "The consent that was asked for is void; nothing was sent: {call}. Ask for it again if it is still wanted.",
    zh: "之前等待的批准已失效，未发送任何内容：{call}。若仍需要，请重新提出。",
  },
  sessionCut: {
    en: "The last request got no answer, its process ended: “{message}”. Ask again if it is still wanted.",
    zh: "上一个请求没有得到回答，进程中途结束：“{message}”。若仍需要，请重新提出。",
  },
  sessionMaybeSent: {
    en: "This change may have been made; it is not sent again: {call}. Look before you repeat it.",
    zh: "这项修改可能已经执行，不会再次发送：{call}。重复之前请先查看。",
  },
  sessionNothingWaits: {
    en: "No question waits in this conversation. Say what is next: {goOn} …",
    zh: "这次对话没有等待回答的问题。可以接着说：{goOn} ……",
  },
  answerByContinue: {
    en: "To answer: {goOn} {reply}",
    zh: "要回答：{goOn} {reply}",
  },
  sessionsNone: { en: "No conversation is kept in {folder}.", zh: "{folder} 中没有保存的对话。" },
  sessionRemoved: { en: "Removed: {id}", zh: "已删除：{id}" },
  columnSession: { en: "ID", zh: "编号" },
  columnLast: { en: "LAST TURN (UTC)", zh: "最近一轮（UTC）" },
  columnTurns: { en: "TURNS", zh: "轮数" },
  columnState: { en: "STATE", zh: "状态" },
  columnAbout: { en: "ABOUT", zh: "对象" },
  columnFirst: { en: "BEGAN WITH", zh: "开头" },
  stateInUse: { en: "in use", zh: "使用中" },
  stateWaits: { en: "waits", zh: "待回答" },
  stateCut: { en: "cut off", zh: "被中断" },
  stateEnded: { en: "-", zh: "-" },
  stateBroken: { en: "unreadable", zh: "无法读取" },
  reportTitle: { en: "Conversation {id}", zh: "对话 {id}" },
  reportTime: { en: "Time: {from} – {to} (UTC)", zh: "时间：{from} – {to}（UTC）" },
  reportWho: { en: "Who: {user}@{host}", zh: "提问者：{user}@{host}" },
  reportAbout: { en: "About: {place}", zh: "对象：{place}" },
  reportCounts: {
    en: "Requests and replies: {turns}; calls: {calls}, of which changes: {changes}",
    zh: "请求与回复：{turns}；调用：{calls}，其中修改：{changes}",
  },
  reportMasked: { en: "Secrets are masked.", zh: "密文已隐藏。" },
  reportFindings: { en: "What was found", zh: "发现" },
  reportChanges: { en: "What was changed", zh: "修改" },
  reportNoChanges: { en: "Nothing was changed.", zh: "没有做任何修改。" },
  reportCourse: { en: "Course", zh: "经过" },
  reportCallLine: { en: "{call} → {outcome}, {ms} ms", zh: "{call} → {outcome}，{ms} 毫秒" },
  reportCallCached: { en: "{call} → {outcome}, from the cache", zh: "{call} → {outcome}，来自缓存" },
  reportAsked: { en: "Consent was asked for: {call}", zh: "请求批准：{call}" },
  reportNoAnswer: { en: "No answer: the process ended before.", zh: "没有回答：进程在此之前结束。" },
} satisfies WordTable;
