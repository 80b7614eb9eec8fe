import type { Cause } from "./cause.ts";

const images = "concepts/containers/images/";

/** Why an image cannot be pulled. Slots: container, image, detail (the registry's answer). */
export const imageCauses = {
  image_not_found: {
    source: images,
    title: { zh: "镜像 {image} 不存在", en: "image {image} does not exist" },
    why: {
      zh: "仓库回答没有这个镜像或标签：名称或标签写错了，或者还没有推送。",
      en: "The registry has no such image or tag: the name or tag is wrong, or it was never pushed.",
    },
    next: {
      zh: "核对镜像名和标签，改成存在的版本，或先推送它。",
      en: "Check name and tag; use one that exists, or push it first.",
    },
  },
  image_unauthorized: {
    source: "tasks/configure-pod-container/pull-image-private-registry/",
    title: { zh: "没有权限拉取镜像 {image}", en: "image {image} may not be pulled" },
    why: {
      zh: "仓库要求登录：imagePullSecrets 缺失、失效，或账号没有权限；私有仓库里不存在的镜像也会这样回答。",
      en: "The registry wants a login: imagePullSecrets are missing or out of date, or the account may not. A private registry also says so of an image that does not exist.",
    },
    next: {
      zh: "建立仓库登录用的 Secret（docker-registry 类型），并在 Pod 或 ServiceAccount 的 imagePullSecrets 里引用它。",
      en: "Create a Secret of type docker-registry and name it in imagePullSecrets of the pod or its ServiceAccount.",
    },
  },
  pull_secret_missing: {
    source: "tasks/configure-pod-container/pull-image-private-registry/",
    title: {
      zh: "镜像 {image} 拉取不了：imagePullSecrets 里的 Secret {name} 读不到",
      en: "image {image} may not be pulled: Secret {name} of imagePullSecrets cannot be read",
    },
    why: {
      zh: "这个命名空间里没有这个 Secret，或名字写错了，所以拉取时没有带凭据。",
      en: "There is no such Secret in this namespace, or its name is wrong, so the pull carries no login.",
    },
    next: {
      zh: "在同一个命名空间创建它（类型 docker-registry），或改正引用的名字。",
      en: "Create it in the same namespace (type docker-registry), or correct the name.",
    },
  },
  image_rate_limited: {
    source: images,
    title: { zh: "镜像仓库限流，拉不到 {image}", en: "the registry limits pulls; {image} is refused for now" },
    why: { zh: "短时间内拉取次数超过了仓库的限制。", en: "More pulls than the registry allows in this time." },
    next: {
      zh: "登录后再拉取、使用镜像缓存，或稍后自动重试即可。",
      en: "Pull with a login or through a mirror, or wait: it is tried again by itself.",
    },
  },
  image_registry_unreachable: {
    source: images,
    title: { zh: "连不上镜像仓库，拉不到 {image}", en: "the registry of {image} cannot be reached" },
    why: {
      zh: "节点解析不了仓库的域名，或网络不通：{detail}",
      en: "The node cannot resolve or reach it: {detail}",
    },
    next: {
      zh: "核对镜像里的仓库地址，再检查节点的 DNS、代理和出网规则。",
      en: "Check the registry's name in the image, then DNS, proxy and egress of the node.",
    },
  },
  image_certificate: {
    source: images,
    title: {
      zh: "不信任镜像仓库的证书，拉不到 {image}",
      en: "the certificate of the registry of {image} is not trusted",
    },
    why: { zh: "节点的容器运行时不认这个证书：{detail}", en: "The node's container runtime refuses it: {detail}" },
    next: {
      zh: "在节点的容器运行时里加入该仓库的 CA 证书。",
      en: "Give the registry's CA certificate to the container runtime of the nodes.",
    },
  },
  image_name_invalid: {
    source: images,
    title: { zh: "镜像名 {image} 格式不对", en: "{image} is not a valid image name" },
    why: {
      zh: "写法不合规则，例如有大写字母、空格或多余的冒号。",
      en: "Upper-case letters, spaces or a stray colon, for example.",
    },
    next: { zh: "改正 spec 里的 image。", en: "Correct image in the spec." },
  },
  image_never_pulled: {
    source: images,
    title: {
      zh: "节点上没有镜像 {image}，而拉取策略是 Never",
      en: "image {image} is not on the node, and imagePullPolicy is Never",
    },
    why: {
      zh: "imagePullPolicy: Never 表示只用节点上已有的镜像。",
      en: "Never means that only what is on the node is used.",
    },
    next: { zh: "改为 IfNotPresent，或先把镜像放到节点上。", en: "Use IfNotPresent, or load the image onto the node." },
  },
  image_platform: {
    source: images,
    title: {
      zh: "镜像 {image} 没有适合该节点 CPU 架构的版本",
      en: "image {image} has no version for the node's CPU architecture",
    },
    why: { zh: "镜像清单里没有这个平台。", en: "Its manifest lists no such platform." },
    next: {
      zh: "构建多架构镜像，或用 nodeSelector kubernetes.io/arch 选择匹配的节点。",
      en: "Build it for that architecture, or choose fitting nodes by a nodeSelector on kubernetes.io/arch.",
    },
  },
  image_pull_failed: {
    source: images,
    title: { zh: "拉取镜像 {image} 失败", en: "image {image} cannot be pulled" },
    why: { zh: "仓库或运行时的原话见依据。", en: "What registry or runtime say stands below." },
    next: {
      zh: "核对镜像名、标签、仓库登录和节点网络。",
      en: "Check name, tag, registry login and the node's network.",
    },
  },
} as const satisfies Readonly<Record<string, Cause>>;
