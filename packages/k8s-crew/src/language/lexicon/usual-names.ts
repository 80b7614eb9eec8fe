/**
 * Namespaces that nearly every cluster or team has: the ones that Kubernetes creates, those of well-known add-ons, and
 * the stages of software. One of these words alone is taken for a namespace, unless a cluster of that name is known.
 */
const usual = [
  ...["default", "kube-system", "kube-public", "kube-node-lease"],
  ...[
    "dev",
    "develop",
    "development",
    "test",
    "testing",
    "qa",
    "sit",
    "uat",
    "stage",
    "staging",
    "pre",
    "preprod",
    "pre-prod",
  ],
  ...["prod", "production", "prd", "sandbox", "demo"],
  ...["monitoring", "logging", "observability", "istio-system", "ingress-nginx", "cert-manager", "argocd"],
];

const usualNamespaces: ReadonlySet<string> = new Set(usual);

export const isUsualNamespace = (name: string): boolean => {
  const lower = name.toLowerCase();
  return usualNamespaces.has(lower) || lower.startsWith("kube-") || lower.endsWith("-system");
};

/**
 * Names that stages go by beside their own, where nothing has that: whoever says “prod” may mean `shop-live`. What is
 * taken so is told.
 */
export const stagesByMeaning: readonly (readonly [said: RegExp, own: readonly string[], others: readonly string[]])[] =
  [
    [
      /生产(?:环境|集群)?(?!者|方|商|力|线)|线上|现网|(?<![\w.-])(?:prod|production|prd)(?![\w.-])/iu,
      ["production", "prod", "prd"],
      ["live", "online"],
    ],
    [
      /预发(?:布)?(?:环境|集群)?|(?<![\w.-])(?:staging|preprod|pre-prod)(?![\w.-])/iu,
      ["staging", "stage", "preprod", "pre"],
      ["stg", "uat", "canary"],
    ],
    [
      /测试(?:环境|集群)|(?<![\w.-])(?:test env(?:ironment)?|qa)(?![\w.-])/iu,
      ["test", "testing", "qa"],
      ["uat", "sit", "stg"],
    ],
    [
      /开发(?:环境|集群)|(?<![\w.-])(?:dev env(?:ironment)?)(?![\w.-])/iu,
      ["dev", "develop", "development"],
      ["sandbox", "playground", "lab"],
    ],
  ];

/** How Chinese speakers call the stages of software, and the names that stages have. */
export const stageWords: readonly (readonly [zh: string, names: readonly string[]])[] = [
  ["生产", ["production", "prod", "prd"]],
  ["线上", ["production", "prod", "prd", "online", "live"]],
  ["现网", ["production", "prod", "prd", "online", "live"]],
  ["预发", ["staging", "stage", "preprod", "pre"]],
  ["测试", ["test", "testing", "qa"]],
  ["开发", ["dev", "develop", "development"]],
  ["默认", ["default"]],
];

/**
 * What follows the word for a stage where it speaks of a default or of what is for a stage, and of no place that is
 * called so: “默认的资源限制”.
 */
export const followsNoStage =
  "的?\\s?(?:资源|限制|限额|上限|配额|值|存储|镜像|网关|端口|超时|策略|账[号户]|服务账[号户]|副本|设置|配置|调度器|storage ?class|sc(?![a-z])|ingress ?class|limits?|requests?|limitrange)|(?<=默认)的?\\s?(?:内存|cpu|限|请求|超时|网络|路由|证书|ingress)";
