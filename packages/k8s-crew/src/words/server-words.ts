import type { CallCause, Fault } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";
import { bracketed, fill } from "./fill.ts";

type Words = Readonly<Record<Language, string>>;

type Row = {
  /** Stands behind the server's name. {detail}: somebody else's words, or a number with its unit. */
  readonly problem: Words;
  readonly remedy: Words;
  /** Where the server is a child process of ours and something else helps. */
  readonly localRemedy?: Words;
};

const startIt: Words = { zh: "请启动服务器，或改正它的地址。", en: "Start the server, or correct its address." };
const usualPaths: Words = {
  zh: "请改正地址：通常以 /mcp 或 /sse 结尾。",
  en: "Correct the address: usually it ends in /mcp or /sse.",
};
const tryAgain: Words = { zh: "请重试。", en: "Try again." };
const readItsLog: Words = { zh: "请查看它的日志，或稍后重试。", en: "Look into its log, or try again later." };

/** What lies between us and an MCP server: what it means to a person, and what helps. */
export const serverWords: Readonly<Record<CallCause, Row>> = {
  unauthorized: {
    problem: { zh: "需要登录（401）", en: "it asks for a login (401)" },
    remedy: {
      zh: "请在 mcpServers 里为它设置请求头，例如 Authorization。",
      en: "Set its headers in mcpServers, for example Authorization.",
    },
  },
  forbidden: {
    problem: { zh: "拒绝访问（403）", en: "it refuses access (403)" },
    remedy: {
      zh: "请检查 mcpServers 里的请求头和你的权限。",
      en: "Check the headers in mcpServers and your permissions.",
    },
  },
  not_found: {
    problem: { zh: "这个路径上没有 MCP 服务器", en: "there is no MCP server at this path" },
    remedy: usualPaths,
  },
  redirect: {
    problem: { zh: "它指向另一个地址，没有跟随", en: "it points to another address, which is not followed" },
    remedy: { zh: "如果信任那个地址，请直接填写它。", en: "Set the address that it points to, if you trust it." },
  },
  busy: {
    problem: { zh: "请求过多（429）", en: "it has too many requests (429)" },
    remedy: { zh: "请稍等片刻再试。", en: "Wait a moment and try again." },
  },
  bad_request: {
    problem: {
      zh: "这个路径不支持 MCP 协议（Model Context Protocol）",
      en: "it does not understand the Model Context Protocol at this path",
    },
    remedy: usualPaths,
  },
  server_error: { problem: { zh: "服务器自身出错", en: "it has an error of its own" }, remedy: readItsLog },
  refused: { problem: { zh: "这个地址没有程序在监听", en: "nothing listens there" }, remedy: startIt },
  dns: {
    problem: { zh: "主机名无法解析", en: "its host name is unknown" },
    remedy: { zh: "请改正主机名，或检查网络。", en: "Correct the host name, or check your network." },
  },
  certificate: {
    problem: { zh: "证书不受信任", en: "its certificate is not trusted" },
    remedy: {
      zh: "请在 shell 中把 NODE_EXTRA_CA_CERTS 设为证书颁发机构的文件。",
      en: "Set NODE_EXTRA_CA_CERTS in your shell to the authority's file.",
    },
  },
  timeout: {
    problem: { zh: "没有及时应答", en: "it did not answer in time" },
    remedy: { zh: "请确认它运行正常，然后重试。", en: "Check that it is healthy, then try again." },
    localRemedy: {
      zh: "请手动运行它的命令，看它在等什么：可能是凭证插件在等待浏览器登录，或正在下载软件包。",
      en: "Run its command by hand to see what it waits for: a credential plugin may be waiting for a browser, a package may be loading.",
    },
  },
  bad_address: {
    problem: { zh: "地址无效", en: "its address is none" },
    remedy: {
      zh: "请填写以 http:// 或 https:// 开头、不含用户名和密码的地址；登录信息请写进请求头。",
      en: "Set an address that begins with http:// or https://, without a login: that belongs into the headers.",
    },
  },
  command_missing: {
    problem: { zh: "它的命令或工作目录不存在", en: "its command or its working directory does not exist" },
    remedy: { zh: "请安装它，或改正命令。", en: "Install it, or correct the command." },
  },
  not_executable: {
    problem: { zh: "它的命令无法执行", en: "its command may not be run" },
    remedy: { zh: "请加上执行权限，或改正命令。", en: "Make it executable, or correct the command." },
  },
  not_mcp: {
    problem: { zh: "那里应答的不是 MCP 服务器", en: "what answers there is no MCP server" },
    remedy: usualPaths,
  },
  exited: {
    problem: { zh: "它立即结束了连接", en: "it ended the connection at once" },
    remedy: readItsLog,
    localRemedy: { zh: "请手动运行它的命令查看原因。", en: "Run its command by hand to see why." },
  },
  unreachable: { problem: { zh: "连接中断", en: "the connection to it breaks" }, remedy: startIt },
  closed: { problem: { zh: "连接已关闭", en: "the connection to it is closed" }, remedy: tryAgain },
  failed: {
    problem: { zh: "无法连接", en: "it cannot be reached" },
    remedy: { zh: "请检查它的地址，并确认它在运行。", en: "Check its address and that it runs." },
  },
  changed: {
    problem: { zh: "它的工具有变化，调用没有发出", en: "its tools have changed, so the call was not sent" },
    remedy: tryAgain,
  },
  lost: {
    problem: { zh: "连接在调用期间中断", en: "the connection broke during the call" },
    remedy: { zh: "请确认它在运行，然后重试。", en: "Check that it runs, then try again." },
  },
  unreadable: {
    problem: { zh: "它的应答无法识别", en: "it answered in a way that cannot be read" },
    remedy: readItsLog,
  },
  too_big: {
    problem: { zh: "结果过大，没有读取", en: "the result is too large and was not read" },
    remedy: { zh: "请缩小范围，例如指定命名空间。", en: "Ask for less, for example in one namespace." },
  },
  stopped: { problem: { zh: "调用已停止", en: "the call was stopped" }, remedy: { zh: "", en: "" } },
};

const sentence: Words = {
  zh: "MCP 服务器“{server}”{place}：{problem}{detail}。",
  en: "MCP server “{server}”{place}: {problem}{detail}.",
};
const doubt: Words = {
  zh: "无法确定这次调用是否已经生效，重试前请先查看。",
  en: "It is not known whether the call took effect: look before you repeat it.",
};

/** A fault as one sentence for a person, and what helps. */
export const faultSentence = (
  { code, server, place, detail, isLocal, effect }: Fault,
  language: Language,
): { readonly message: string; readonly remedy: string } => {
  const { problem, remedy, localRemedy } = serverWords[code];
  const message = fill(sentence[language], {
    server,
    place: bracketed(language, place),
    problem: problem[language],
    detail: bracketed(language, detail),
  });
  const helps = ((isLocal ? localRemedy : undefined) ?? remedy)[language];
  return { message, remedy: effect === "unknown" ? doubt[language] : helps };
};
