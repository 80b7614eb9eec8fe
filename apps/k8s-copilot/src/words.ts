/** Every word that the terminal itself says. `{…}` is filled in. */
const words = {
  unknownOption: { zh: "没有这个选项：{option}。{near}", en: "Unknown option {option}. {near}" },
  near: { zh: "您是不是想用 {option}？", en: "Did you mean {option}?" },
  seeHelp: { zh: "用 {name} --help 查看用法。", en: "See {name} --help." },
  noMessage: {
    zh: "请写下问题，例如：{name} ask 集群状态怎么样",
    en: "Write a question, for example: {name} ask how are my clusters",
  },
  connecting: { zh: "连接 MCP 服务器", en: "connecting to the MCP server" },
  startingSandbox: { zh: "启动沙盒", en: "starting the sandbox" },
  planning: { zh: "规划中", en: "planning" },
  calling: { zh: "正在调用 {tool}", en: "calling {tool}" },
  seconds: { zh: "{seconds} 秒", en: "{seconds} s" },
  opening: {
    zh: "已连接 {server}，{tools} 个工具 · {model} · {cluster}",
    en: "connected to {server}, {tools} tools · {model} · {cluster}",
  },
  rules: { zh: "内置规则（没有使用模型）", en: "built-in rules (no model)" },
  model: { zh: "模型 {model}", en: "model {model}" },
  clusterUnnamed: { zh: "当前集群", en: "the current cluster" },
  sandbox: { zh: "沙盒（演示用集群，不是真实环境）", en: "sandbox (demonstration clusters, not real ones)" },
  quick: { zh: "快捷指令（直接输入）：", en: "Quick commands (type them):" },
  nextSteps: { zh: "接下来可以（输入编号）：", en: "Next you could (type the number):" },
  nextStepsAsk: { zh: "接下来可以问：", en: "Next you could ask:" },
  tip: { zh: "提示：{tip}", en: "Tip: {tip}" },
  warning: { zh: "注意：{text}", en: "Note: {text}" },
  bye: { zh: "再见。", en: "Bye." },
  againToExit: { zh: "再按一次 Ctrl-C 退出。", en: "Press Ctrl-C again to leave." },
  stopping: { zh: "正在停止…", en: "stopping…" },
  envUsed: { zh: "读取了 {file}：{keys}", en: "from {file}: {keys}" },
  envUnreadable: {
    zh: "无法读取 {file}：{cause}。请检查文件权限，或删除它。",
    en: "Cannot read {file}: {cause}. Check its permissions, or remove it.",
  },
  envCertificates: {
    zh: "{file} 里的 NODE_EXTRA_CA_CERTS 太晚了，Node 启动时才会读取：请在 shell 里设置。",
    en: "NODE_EXTRA_CA_CERTS in {file} comes too late, Node reads it when it starts: set it in your shell.",
  },
  configBroken: {
    zh: "{file} 有误：{cause}。请修正或删除它。",
    en: "{file} is not right: {cause}. Correct or remove it.",
  },
  settingBroken: { zh: "{key} 的值无效（来自 {source}）：{cause}", en: "{key} from {source} is not valid: {cause}" },
  kubeconfigMissing: {
    zh: "找不到 kubeconfig（{file}）。请用 --kubeconfig 指定，设置 K8S_MCP_URL 连接 MCP 服务器，或加 --sandbox 先试试。",
    en: "There is no kubeconfig at {file}. Name one with --kubeconfig, set K8S_MCP_URL to use an MCP server, or try --sandbox.",
  },
  kubeconfigBroken: {
    zh: "kubeconfig {file} 不是有效的 YAML：{cause}。请修正，或加 --sandbox 先试试。",
    en: "The kubeconfig {file} is no valid YAML: {cause}. Correct it, or try --sandbox.",
  },
  kubeconfigEmpty: {
    zh: "kubeconfig {file} 里没有任何上下文。请先登录一个集群，或加 --sandbox 先试试。",
    en: "The kubeconfig {file} has no context. Log in to a cluster first, or try --sandbox.",
  },
  contextUnknown: {
    zh: "没有名为“{context}”的上下文。现有：{contexts}。",
    en: "There is no context “{context}”. There are: {contexts}.",
  },
  bundledMissing: {
    zh: "找不到自带的 MCP 服务器（{cause}）。请运行 npm i kubernetes-mcp-server，或设置 K8S_MCP_URL。",
    en: "The bundled MCP server is missing ({cause}). Run npm i kubernetes-mcp-server, or set K8S_MCP_URL.",
  },
  serverDead: { zh: "{message} {remedy}", en: "{message} {remedy}" },
  offerBundled: {
    zh: "也可以改用自带的服务器和您的 kubeconfig：{command}",
    en: "Or use the bundled server on your kubeconfig: {command}",
  },
  noTools: {
    zh: "服务器“{server}”没有提供任何工具。请检查它的配置。",
    en: "The server “{server}” offers no tools. Check its configuration.",
  },
  inputCut: {
    zh: "标准输入太长，只读取了前 {size} MB。",
    en: "Standard input was too long; only the first {size} MB were read.",
  },
  inputInvalid: {
    zh: "标准输入含有无效的 UTF-8，已替换。",
    en: "Standard input had invalid UTF-8, which was replaced.",
  },
  dataLead: { zh: "附带的数据：", en: "Data that came with it:" },
  approvalExit: {
    zh: "需要确认才能执行，什么都没有发送。请在终端里运行：{command}",
    en: "This needs your consent, and nothing was sent. Run it in a terminal: {command}",
  },
  unexpected: { zh: "出现了意外错误：{cause}", en: "Something unexpected went wrong: {cause}" },
  prompt: { zh: "> ", en: "> " },
  pasted: { zh: "[已粘贴 {lines} 行]", en: "[pasted {lines} lines]" },
  doctorOk: { zh: "一切就绪。", en: "All is well." },
  doctorBad: { zh: "有 {count} 项需要处理。", en: "{count} thing(s) need attention." },
  nodeVersion: { zh: "Node 版本", en: "Node version" },
  mcpServer: { zh: "MCP 服务器", en: "MCP server" },
  modelKey: { zh: "模型密钥", en: "model key" },
  noKey: {
    zh: "没有设置密钥，使用内置规则（在 .env 里设置 OPENROUTER_API_KEY 可启用模型）",
    en: "no key, built-in rules are used (set OPENROUTER_API_KEY in .env for a model)",
  },
  keyWorks: { zh: "可用（{model}）", en: "works ({model})" },
  settings: { zh: "配置", en: "settings" },
  locale: { zh: "终端", en: "terminal" },
  proxy: { zh: "代理", en: "proxy" },
  none: { zh: "无", en: "none" },
  toolsCount: { zh: "{count} 个工具", en: "{count} tools" },
} as const;

export type AppWord = keyof typeof words;
export type AppLanguage = "zh" | "en";

export const word = (
  language: AppLanguage,
  key: AppWord,
  slots: Readonly<Record<string, string | number>> = {},
): string => words[key][language].replace(/\{(\w+)\}/g, (whole, slot) => String(slots[slot] ?? whole));

export const appWords = words;

/** The language of the locale: Chinese for `zh…`, else English. */
export const localeLanguage = (env: NodeJS.ProcessEnv): AppLanguage =>
  /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "zh" : "en";
