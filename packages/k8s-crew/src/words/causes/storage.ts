import type { Cause } from "./cause.ts";

const volumes = "concepts/storage/persistent-volumes/";
const classes = "concepts/storage/storage-classes/";

/** Why a claim gets no volume. Slots: name, classes, detail. */
export const storageCauses = {
  storage_class_missing: {
    source: classes,
    title: {
      zh: "PVC 要的 StorageClass {name} 不存在",
      en: "StorageClass {name}, which the PVC asks for, does not exist",
    },
    why: {
      zh: "storageClassName 写错，或集群没有这种存储（现有：{classes}）。",
      en: "storageClassName is wrong, or the cluster has no such storage (there are: {classes}).",
    },
    next: {
      zh: "storageClassName 建好后不能改：删掉这个 PVC（确认没有数据），用现有的 class 重建。",
      en: "It cannot be changed later: delete the PVC (see that it holds no data) and create it with a class that exists.",
    },
  },
  storage_class_none: {
    source: classes,
    title: {
      zh: "PVC 没有写 StorageClass，集群也没有默认的",
      en: "the PVC names no StorageClass, and the cluster has no default one",
    },
    why: {
      zh: "只能等管理员手动提供匹配的 PV（现有 class：{classes}）。",
      en: "It waits for a fitting PV that somebody makes by hand (classes: {classes}).",
    },
    next: {
      zh: "写上 storageClassName，或把一个 StorageClass 设为默认。",
      en: "Name one in storageClassName, or make one the default.",
    },
  },
  claim_waits: {
    source: classes,
    title: {
      zh: "PVC 在等使用它的 Pod（WaitForFirstConsumer）",
      en: "the PVC waits for a pod that uses it (WaitForFirstConsumer)",
    },
    why: {
      zh: "这种存储等 Pod 调度后才分配卷：没有 Pod 使用它，或那个 Pod 调度不了。",
      en: "Such storage is made when a pod is placed: no pod uses it, or that pod cannot be placed.",
    },
    next: {
      zh: "没有 Pod 用它就不是故障；有的话先看那个 Pod。",
      en: "Without a pod it is no fault; otherwise look at that pod.",
    },
  },
  provisioning_failed: {
    source: volumes,
    title: { zh: "创建卷失败", en: "its volume cannot be made" },
    why: { zh: "存储插件的原话：{detail}", en: "The provisioner says: {detail}" },
    next: {
      zh: "按原话检查 StorageClass {name} 和存储插件的 Pod。",
      en: "Check StorageClass {name} and the provisioner's pods accordingly.",
    },
  },
  access_mode_unsupported: {
    source: "concepts/storage/persistent-volumes/",
    title: {
      zh: "StorageClass {name} 不支持 PVC 要的访问模式 {modes}",
      en: "StorageClass {name} cannot give the access mode that the PVC asks for ({modes})",
    },
    why: { zh: "存储插件的原话：{detail}", en: "The provisioner says: {detail}" },
    next: {
      zh: "改用 ReadWriteOnce，或换支持多节点读写的存储类（如 NFS、CephFS、EFS）；访问模式不能原地改，要重建 PVC。",
      en: "Ask for ReadWriteOnce, or choose a class for many nodes (NFS, CephFS, EFS); the mode of a PVC cannot be changed, so make it anew.",
    },
  },
  no_volume: {
    source: volumes,
    title: { zh: "没有符合 PVC 要求的 PV", en: "no PV fits the PVC" },
    why: { zh: "容量、访问模式或 class 没有匹配的：{detail}", en: "Size, access mode or class fit none: {detail}" },
    next: {
      zh: "提供匹配的 PV，或使用能动态分配的 StorageClass。",
      en: "Provide a fitting PV, or use a StorageClass that makes them.",
    },
  },
  claim_lost: {
    source: volumes,
    title: { zh: "PVC 的卷 {name} 丢失了（Lost）", en: "volume {name} of the PVC is lost" },
    why: {
      zh: "它绑定的 PV 已不存在；里面的数据可能也没有了。",
      en: "The PV that it was bound to is gone, perhaps with its data.",
    },
    next: {
      zh: "不要急着删除：先确认底层存储和备份。",
      en: "Do not delete in a hurry: look for the storage behind it and for backups.",
    },
  },
  claim_pending: {
    source: volumes,
    title: { zh: "PVC 还没有绑定（{what}）", en: "the PVC is not bound ({what})" },
    why: { zh: "没有看到说明原因的事件。", en: "No event says why." },
    next: { zh: "核对 StorageClass 和存储插件。", en: "Check its StorageClass and the provisioner." },
  },
} as const satisfies Readonly<Record<string, Cause>>;
