import type { WordTable } from "./table.ts";

/** The checks of `doctor`: name, finding, cause and remedy. */
export const doctorWords = {
  checkNode: { en: "Node.js", zh: "Node.js" },
  checkSettings: { en: "Settings", zh: "设置" },
  checkKubeconfig: { en: "Kubeconfig", zh: "Kubeconfig" },
  checkServer: { en: "MCP server", zh: "MCP 服务器" },
  checkModel: { en: "Model", zh: "模型" },
  checkLocale: { en: "Locale", zh: "区域设置" },
  checkTerminal: { en: "Terminal", zh: "终端" },
  checkProxy: { en: "Proxy", zh: "代理" },
  nodeOld: { en: "{version} is too old", zh: "{version} 版本过旧" },
  nodeOldRemedy: { en: "Install Node.js 20.19 or newer.", zh: "请安装 Node.js 20.19 或更新版本。" },
  settingsDefault: { en: "all defaults", zh: "全部为默认值" },
  kubeconfigFine: {
    en: "{file}: {count} contexts, current {current}",
    zh: "{file}：{count} 个 context，当前 {current}",
  },
  kubeconfigUnused: { en: "not needed: {cause}", zh: "不需要：{cause}" },
  serverFine: { en: "{server}: {count} tools", zh: "{server}：{count} 个工具" },
  modelFine: { en: "{model}: key accepted", zh: "{model}：密钥有效" },
  modelNoKey: { en: "no key: built-in language rules only.", zh: "没有密钥：只用内置语言规则。" },
  modelNoKeyRemedy: {
    en: "For a model, put OPENROUTER_API_KEY=… in .env or the environment.",
    zh: "如需模型，请在 .env 或环境变量中设置 OPENROUTER_API_KEY=…",
  },
  modelOffline: { en: "not checked (--offline)", zh: "未检查（--offline）" },
  localeNone: { en: "(none set)", zh: "（未设置）" },
  localeNotUtf8: { en: "{locale} is not a UTF-8 locale", zh: "{locale} 不是 UTF-8 区域设置" },
  localeRemedy: {
    en: "export LC_ALL=C.UTF-8, else Chinese may look broken.",
    zh: "请 export LC_ALL=C.UTF-8，否则中文可能显示异常。",
  },
  terminalFine: { en: "{columns} columns, colour {colour}", zh: "{columns} 列，颜色 {colour}" },
  terminalNone: { en: "not a terminal", zh: "不是终端" },
  terminalNarrow: { en: "{columns} columns: tables will be cut", zh: "{columns} 列：表格会被截短" },
  terminalNarrowRemedy: { en: "Widen the window to 80 columns or more.", zh: "请把窗口加宽到 80 列以上。" },
  on: { en: "on", zh: "开" },
  off: { en: "off", zh: "关" },
  proxyNone: { en: "none", zh: "无" },
  proxyFine: { en: "{proxy} reachable", zh: "{proxy} 可连接" },
  proxyDead: { en: "{proxy} does not answer ({cause})", zh: "{proxy} 没有应答（{cause}）" },
  proxyDeadRemedy: {
    en: "Correct or unset HTTPS_PROXY and HTTP_PROXY, or list hosts in NO_PROXY.",
    zh: "请改正或取消 HTTPS_PROXY 和 HTTP_PROXY，或在 NO_PROXY 中列出主机。",
  },
} satisfies WordTable;
