/** What people suspect to be behind a trouble. */
export const suspects = [
  "memory",
  "cpu",
  "disk",
  "resources",
  "probe",
  "image",
  "configuration",
  "code",
  "dependency",
  "network",
  "node",
  "permission",
  "quota",
  "certificate",
  "selector",
] as const;

export type Suspect = (typeof suspects)[number];

/** What of a log bears on what is asked. */
export type LogSought = "errors" | "slow";

/** How each is called, as alternatives of a pattern. */
export const suspectWords: Readonly<Record<Suspect, { readonly zh: string; readonly en: string }>> = {
  memory: { zh: "内存|爆内存|堆", en: "oom(?:[- ]?kill(?:ed|s|ing)?)?|out of memory|memory(?: leak)?|mem|ram|heap" },
  cpu: { zh: "算力|处理器|限流", en: "cpu|throttl(?:ed|ing)" },
  disk: { zh: "磁盘|硬盘|存储卷?|数据卷|盘", en: "disks?|disk space|storage|volumes?|pvcs?|no space" },
  resources: { zh: "资源", en: "resources?|limits?" },
  probe: {
    zh: "(?:就绪|存活|启动)?探针|(?:健康|就绪|存活)检查",
    en: "(?:(?:liveness|readiness|startup|health) )?(?:probes?|checks?)|liveness|readiness|health ?checks?",
  },
  image: { zh: "镜像|镜像仓库", en: "images?|image tag|tag|registry" },
  configuration: {
    zh: "配置(?:文件|项)?|环境变量|密钥",
    en: "config(?:uration|map)?s?|env(?:ironment)?(?: var(?:iable)?s?)?|settings?|secrets?",
  },
  code: { zh: "代码|程序|应用(?:自己|本身)?|业务", en: "code|app(?:lication)?(?: itself)?|bug|software|program" },
  dependency: {
    zh: "数据库|依赖|下游|上游|缓存|消息队列|后端",
    en: "(?:db|database|mysql|postgres(?:ql)?|redis|kafka|mongo(?:db)?|rabbit(?:mq)?|dependency|dependencies|upstream|downstream|backend|cache|queue)",
  },
  network: {
    zh: "网络|解析|防火墙|网络策略|连接",
    en: "network(?:ing)?|dns|firewall|network ?polic(?:y|ies)|connectivity",
  },
  node: { zh: "节点|机器|宿主机?|服务器", en: "nodes?|machines?|host|hardware" },
  permission: { zh: "权限|授权", en: "permissions?|rbac|rights|access rights" },
  quota: { zh: "配额", en: "(?:resource ?)?quotas?" },
  certificate: { zh: "证书", en: "certs?|certificates?|tls|ssl" },
  selector: { zh: "标签|选择器", en: "selectors?|labels?" },
};
