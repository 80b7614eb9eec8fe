import type { WordTable } from "./table.ts";

/** Settings, kubeconfig and servers: what was taken from where, and what stands in the way. */
export const setupWords = {
  fromEnvFile: { en: "From {file}: {keys}", zh: "取自 {file}：{keys}" },
  tooLateCaCerts: {
    en: "NODE_EXTRA_CA_CERTS in {file} comes too late: Node.js reads it at start.",
    zh: "{file} 中的 NODE_EXTRA_CA_CERTS 来不及生效：Node.js 在启动时读取。",
  },
  tooLateCaCertsRemedy: {
    en: "Set it in the shell: export NODE_EXTRA_CA_CERTS=…",
    zh: "请在 shell 中设置：export NODE_EXTRA_CA_CERTS=…",
  },
  fileUnreadable: { en: "{file} cannot be read ({cause}).", zh: "无法读取 {file}（{cause}）。" },
  fileUnreadableRemedy: {
    en: "Make it readable (chmod u+r), or move it away.",
    zh: "请让它可读（chmod u+r），或移走它。",
  },
  fileNotText: { en: "{file} is not UTF-8 text.", zh: "{file} 不是 UTF-8 文本。" },
  fileNotTextRemedy: { en: "Save it as UTF-8.", zh: "请另存为 UTF-8。" },
  envLineBroken: {
    en: "{file}, line {line}: {key} is not written as KEY=value.",
    zh: "{file} 第 {line} 行：{key} 不是 KEY=value 的写法。",
  },
  envQuoteOpen: {
    en: "{file}, line {line}: the quote after {key}= is not closed.",
    zh: "{file} 第 {line} 行：{key}= 后的引号没有闭合。",
  },
  envLineRemedy: { en: "Correct that line.", zh: "请改正这一行。" },
  yamlBroken: {
    en: "{file}, line {line}: not valid YAML ({cause}).",
    zh: "{file} 第 {line} 行：不是有效的 YAML（{cause}）。",
  },
  yamlRemedy: { en: "Correct that line.", zh: "请改正这一行。" },
  configUnknownKey: { en: "{file}, line {line}: unknown setting {key}.", zh: "{file} 第 {line} 行：未知设置 {key}。" },
  configBadValue: {
    en: "{file}, line {line}: {key} is not right ({cause}).",
    zh: "{file} 第 {line} 行：{key} 不正确（{cause}）。",
  },
  configRemedy: {
    en: "Settings known: {keys}. Correct or remove that line.",
    zh: "可用的设置：{keys}。请改正或删除这一行。",
  },
  badUrl: {
    en: "{key} (from {source}) is not an http or https address.",
    zh: "{key}（来自 {source}）不是 http 或 https 地址。",
  },
  badUrlRemedy: { en: "Write it like {example}.", zh: "请写成 {example} 这样。" },
  sourceFlag: { en: "flag", zh: "命令行" },
  sourceEnvironment: { en: "environment", zh: "环境变量" },
  sourceEnvFile: { en: ".env", zh: ".env" },
  sourceConfig: { en: "config file", zh: "配置文件" },
  sourceDefault: { en: "default", zh: "默认" },
  secretSet: { en: "(set, not shown)", zh: "（已设置，不显示）" },
  notSet: { en: "(not set)", zh: "（未设置）" },
  columnTool: { en: "TOOL", zh: "工具" },
  columnVerb: { en: "VERB", zh: "动作" },
  columnResource: { en: "RESOURCE", zh: "资源" },
  columnEffect: { en: "EFFECT", zh: "影响" },
  columnNeeds: { en: "PARAMETERS", zh: "参数" },
  columnSetting: { en: "SETTING", zh: "设置" },
  columnValue: { en: "VALUE", zh: "值" },
  columnSource: { en: "SOURCE", zh: "来源" },
  kubeconfigMissing: { en: "There is no kubeconfig at {file}.", zh: "{file} 处没有 kubeconfig。" },
  kubeconfigIsFolder: { en: "{file} is a folder, not a kubeconfig.", zh: "{file} 是文件夹，不是 kubeconfig 文件。" },
  kubeconfigMissingRemedy: {
    en: "Name one with --kubeconfig or KUBECONFIG, name a server with K8S_MCP_URL, or try --sandbox (no cluster needed).",
    zh: "请用 --kubeconfig 或 KUBECONFIG 指明，或用 K8S_MCP_URL 指定服务器，或加 --sandbox 试用（不需要集群）。",
  },
  kubeconfigBroken: {
    en: "The kubeconfig {file} is broken, line {line}: {cause}.",
    zh: "kubeconfig {file} 第 {line} 行有错误：{cause}。",
  },
  kubeconfigBrokenRemedy: {
    en: "Correct it (kubectl config view shows what kubectl reads), or try --sandbox.",
    zh: "请改正（kubectl config view 可查看 kubectl 读到的内容），或加 --sandbox 试用。",
  },
  kubeconfigNotTaken: {
    en: "The kubeconfig was edited and cannot be used as it is; what it said before still holds. {cause}",
    zh: "kubeconfig 已被修改，但现在无法使用，仍按之前的内容继续。{cause}",
  },
  kubeconfigNoContext: { en: "The kubeconfig {file} has no context.", zh: "kubeconfig {file} 中没有 context。" },
  kubeconfigNoContextRemedy: {
    en: "Add one (kubectl config set-context …), or try --sandbox.",
    zh: "请添加一个（kubectl config set-context …），或加 --sandbox 试用。",
  },
  kubeconfigNoCurrent: {
    en: "The kubeconfig {file} has no current context; it has {contexts}.",
    zh: "kubeconfig {file} 没有当前 context；其中有 {contexts}。",
  },
  kubeconfigBadCurrent: {
    en: "The current context {context} is not in the kubeconfig {file}; it has {contexts}.",
    zh: "kubeconfig {file} 中没有当前 context {context}；其中有 {contexts}。",
  },
  kubeconfigCurrentRemedy: {
    en: "Choose one: kubectl config use-context {example}, or try --sandbox.",
    zh: "请选择一个：kubectl config use-context {example}，或加 --sandbox 试用。",
  },
  contextUnknown: {
    en: "There is no context {context} in {place}; there is {contexts}.",
    zh: "{place} 中没有 context {context}；其中有 {contexts}。",
  },
  useContext: { en: "Use --context {suggestion}.", zh: "请用 --context {suggestion}。" },
  orSandbox: { en: " Or try --sandbox.", zh: "也可以加 --sandbox 试用。" },
  theSandbox: { en: "the sandbox", zh: "沙盒" },
  bundledMissing: {
    en: "The bundled MCP server for this computer ({platform}) is not installed.",
    zh: "未安装适用于本机（{platform}）的内置 MCP 服务器。",
  },
  bundledMissingRemedy: {
    en: "Install again without --omit=optional (npm install), or name a server with K8S_MCP_URL, or try --sandbox.",
    zh: "请不带 --omit=optional 重新安装（npm install），或用 K8S_MCP_URL 指定服务器。",
  },
  bundledUnsupported: {
    en: "There is no bundled MCP server for {platform}.",
    zh: "没有适用于 {platform} 的内置 MCP 服务器。",
  },
  bundledUnsupportedRemedy: { en: "Name a server with K8S_MCP_URL.", zh: "请用 K8S_MCP_URL 指定服务器。" },
  offerBundled: {
    en: "To use the bundled server on your own kubeconfig instead: {command}",
    zh: "也可以改用内置服务器和你自己的 kubeconfig：{command}",
  },
  remedyOrOffer: { en: "{remedy} {offer}", zh: "{remedy}{offer}" },
  serversShape: {
    en: "The servers in the config file are not right: {detail}.",
    zh: "配置文件中的服务器写得不对：{detail}。",
  },
  serversVariable: {
    en: "mcpServers uses {detail}, which the environment does not have.",
    zh: "mcpServers 用到了环境变量 {detail}，但它没有设置。",
  },
  serversNotUrl: { en: "The url of the server {detail} is no URL.", zh: "服务器 {detail} 的 url 不是有效的地址。" },
  serversNotHttp: {
    en: "The url of the server {detail} is not an http or https address.",
    zh: "服务器 {detail} 的 url 不是 http 或 https 地址。",
  },
  serversLogin: { en: "The url of the server {detail} holds a login.", zh: "服务器 {detail} 的 url 里带有登录信息。" },
  serversRemedy: {
    en: "Each server needs a url such as http://localhost:8080/mcp, or a command with args; a login goes into headers, and each variable that is used has to be set.",
    zh: "每个服务器需要 url（例如 http://localhost:8080/mcp）或 command 和 args；登录信息写在 headers 里，用到的环境变量都要设置。",
  },
  someServersFailed: { en: "Going on without {server}: {cause}", zh: "{server} 不可用，继续运行：{cause}" },
  clusterSilent: {
    en: "Cluster {cluster} said nothing for {seconds} s, so it is left out. A login may be waiting in a browser, or a network or VPN is off: kubectl --context {cluster} version tells. Then start again.",
    zh: "集群 {cluster} 在 {seconds} 秒内没有回应，先不使用它。可能有登录在浏览器里等待，或者网络、VPN 未连接：运行 kubectl --context {cluster} version 可以看到原因，然后重新启动。",
  },
  noTools: { en: "The MCP server {server} offers no tools.", zh: "MCP 服务器 {server} 没有提供任何工具。" },
  noToolsRemedy: {
    en: "Check how it was started; {program} doctor tells more.",
    zh: "请检查它的启动方式；{program} doctor 可了解更多。",
  },
} satisfies WordTable;
