import type { Cause } from "./cause.ts";

const debugService = "tasks/debug/debug-application/debug-service/";
const service = "concepts/services-networking/service/";
const ingress = "concepts/services-networking/ingress/";

/** Why traffic does not arrive. Slots: selector, name, port, ports, what. */
export const serviceCauses = {
  selector_mismatch: {
    source: debugService,
    title: {
      zh: "没有 Pod 符合 Service 的选择器 {selector}，所以没有 endpoints",
      en: "no pod matches the selector {selector} of the Service, so it has no endpoints",
    },
    why: {
      zh: "最像的是 {name}，它的标签是 {labels}：选择器与 Pod 标签对不上。",
      en: "The nearest is {name} with the labels {labels}: selector and labels differ.",
    },
    next: {
      zh: "把 Service 的 selector 改成 Pod 的标签，或给 Pod 模板加上标签。",
      en: "Change the Service's selector to the pods' labels, or label the pod template.",
    },
  },
  selector_matches_none: {
    source: debugService,
    title: {
      zh: "没有 Pod 符合 Service 的选择器 {selector}，所以没有 endpoints",
      en: "no pod matches the selector {selector} of the Service, so it has no endpoints",
    },
    why: { zh: "对应的 Pod 不存在，或标签不同。", en: "The pods are not there, or have other labels." },
    next: {
      zh: "确认应用已部署在同一命名空间，再核对标签。",
      en: "See that the application runs in the same namespace, then compare labels.",
    },
  },
  pods_not_ready: {
    source: debugService,
    title: {
      zh: "Service 选中了 {count} 个 Pod，但没有一个就绪",
      en: "the Service selects {count} {count|pod|pods}, none of which is ready",
    },
    why: {
      zh: "没有就绪的 Pod 不会收到流量（原因见其他各条）。",
      en: "Pods that are not ready get no traffic (for the reasons given beside this).",
    },
    next: { zh: "先解决这些 Pod 的问题。", en: "Mend these pods first." },
  },
  endpoints_lag: {
    source: "concepts/services-networking/service/",
    title: { zh: "Service 有就绪的 Pod，却没有端点", en: "the Service has pods that are ready, and no endpoints" },
    why: {
      zh: "targetPort 的名字可能不是 Pod 里端口的名字；也可能端点还没有更新，或由别的东西管理。",
      en: "targetPort may name a port that the pods do not have; or the endpoints are behind, or something else manages them.",
    },
    next: {
      zh: "先核对 targetPort 和容器端口的名字；对得上就检查 EndpointSlice 和 kube-controller-manager。",
      en: "Compare targetPort with the names of the containers' ports first, then check the EndpointSlices and kube-controller-manager.",
    },
  },
  target_port: {
    source: debugService,
    title: {
      zh: "Service 的 targetPort {port} 与 Pod 的端口对不上（{ports}）",
      en: "targetPort {port} of the Service is no port of its pods ({ports})",
    },
    why: { zh: "流量会送到没有程序监听的端口。", en: "Traffic goes to a port on which nothing listens." },
    next: {
      zh: "把 targetPort 改成容器真正监听的端口。",
      en: "Set targetPort to the port that the container really serves.",
    },
  },
  no_selector: {
    source: service,
    title: {
      zh: "Service 没有选择器，也没有人给它设 endpoints",
      en: "the Service has no selector, and nobody gave it endpoints",
    },
    why: {
      zh: "没有选择器的 Service 要手动维护 EndpointSlice。",
      en: "Without a selector, its EndpointSlices are kept by hand.",
    },
    next: { zh: "加上 selector，或创建 EndpointSlice。", en: "Add a selector, or create an EndpointSlice." },
  },
  load_balancer_pending: {
    source: service,
    title: { zh: "LoadBalancer 还没有外部地址", en: "the load balancer has no external address" },
    why: {
      zh: "集群没有负载均衡控制器，或云厂商还没分配。",
      en: "The cluster has no controller for load balancers, or the cloud has not given one yet.",
    },
    next: {
      zh: "看它的事件；自建集群可装 MetalLB 之类，或改用 NodePort/Ingress。",
      en: "Look at its events; on your own machines install something like MetalLB, or use NodePort or an Ingress.",
    },
  },
  ingress_class_missing: {
    source: ingress,
    title: {
      zh: "IngressClass {name} 不存在，没有控制器处理这个 Ingress",
      en: "IngressClass {name} does not exist, so no controller serves the Ingress",
    },
    why: {
      zh: "ingressClassName 写错，或没有装对应的控制器。",
      en: "ingressClassName is wrong, or that controller is not installed.",
    },
    next: {
      zh: "改成现有的 class（{what}），或安装控制器。",
      en: "Use one that exists ({what}), or install the controller.",
    },
  },
  ingress_no_class: {
    source: ingress,
    title: {
      zh: "Ingress 没有写 ingressClassName，也没有默认的 IngressClass",
      en: "the Ingress names no class, and no IngressClass is the default",
    },
    why: {
      zh: "没有写 class 的 Ingress，多数控制器不会处理。",
      en: "Most controllers leave an Ingress without a class alone.",
    },
    next: { zh: "写上 ingressClassName（现有：{what}）。", en: "Name one in ingressClassName (there are: {what})." },
  },
  ingress_backend_missing: {
    source: ingress,
    title: { zh: "Ingress 的后端 Service {name} 不存在", en: "Service {name}, the Ingress' backend, does not exist" },
    why: {
      zh: "名称写错、在别的命名空间，或已删除；访问通常会得到 503 或 404。",
      en: "Its name is wrong, it is in another namespace, or was deleted; requests mostly get 503 or 404.",
    },
    next: { zh: "创建这个 Service，或改正 backend。", en: "Create the Service, or correct the backend." },
  },
  ingress_backend_port: {
    source: ingress,
    title: {
      zh: "Ingress 指向 Service {name} 的端口 {port}，它没有这个端口（{ports}）",
      en: "the Ingress points at port {port} of Service {name}, which has {ports}",
    },
    why: { zh: "端口号或端口名写错。", en: "Number or name of the port is wrong." },
    next: { zh: "改正 backend.service.port。", en: "Correct backend.service.port." },
  },
  ingress_no_address: {
    source: ingress,
    title: { zh: "Ingress 还没有地址", en: "the Ingress has no address" },
    why: { zh: "控制器还没有处理它，或控制器没有运行。", en: "Its controller has not served it yet, or does not run." },
    next: { zh: "检查 Ingress 控制器的 Pod 和日志。", en: "Check the pods and the log of the Ingress controller." },
  },
  tls_secret_missing: {
    source: ingress,
    title: {
      zh: "Ingress 引用的 TLS 证书 Secret {name} 不存在",
      en: "TLS Secret {name} of the Ingress does not exist",
    },
    why: {
      zh: "证书还没有签发（cert-manager 等），或名称写错。",
      en: "The certificate was not issued yet (cert-manager?), or the name is wrong.",
    },
    next: {
      zh: "创建类型为 kubernetes.io/tls 的 Secret，或检查签发。",
      en: "Create a Secret of type kubernetes.io/tls, or see why it was not issued.",
    },
  },
} as const satisfies Readonly<Record<string, Cause>>;
