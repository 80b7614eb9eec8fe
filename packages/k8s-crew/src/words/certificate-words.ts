import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** When certificates expire, as far as that can be told. */
const words = {
  untold: {
    zh: "证书的到期时间写在证书里，列表看不到；这里不读 Secret 的内容。每个证书可以用下面的命令看。",
    en: "When a certificate expires is written in it: no list tells, and what is in Secrets is not read here. The commands below show it.",
  },
  none: {
    zh: "没有找到放证书的 Secret（kubernetes.io/tls），也没有 cert-manager 的 Certificate。",
    en: "No Secret that holds a certificate (kubernetes.io/tls) and no Certificate of cert-manager was found.",
  },
  noneHere: {
    zh: "没有放证书的 Secret（kubernetes.io/tls）。",
    en: "no Secret that holds a certificate (kubernetes.io/tls).",
  },
  untyped: {
    zh: "此服务器的列表不说 Secret 的类型，哪些放的是证书看不出来。这样可以列出来：",
    en: "This server's list does not tell types, so which Secrets hold certificates cannot be seen. This lists them:",
  },
  told: {
    zh: "cert-manager 的 Certificate 说明了到期时间（EXPIRES）；其余的证书要用下面的命令看。",
    en: "cert-manager's Certificates tell when they expire (EXPIRES); for the others the commands below show it.",
  },
  look: { zh: "看到期时间：", en: "To see when they expire:" },
  onesOwn: {
    zh: "集群自己的证书（API server、kubelet）不在这里面，要在控制面节点上看：kubeadm certs check-expiration。",
    en: "Certificates of the cluster itself (API server, kubelet) are not among these; on a control plane node: kubeadm certs check-expiration.",
  },
} as const;

export const sayCertificate = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);
