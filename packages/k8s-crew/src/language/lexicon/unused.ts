/** Words that say that nothing uses a thing. */
export const unusedWords =
  /\b(?:(?:are|is|were)(?: not|n'?t) (?:being |currently )?(?:used|mounted|referenced)(?: by (?:anything|anyone|any pods?|anybody))?|unused|unreferenced|unmounted|orphan(?:ed)?|not (?:being |currently )?(?:used|mounted|referenced)(?: by (?:anything|anyone|any pods?))?|not in use|(?:used|mounted|referenced) by (?:nobody|no one|nothing|no pods?)|(?:nobody|nothing|no one|no pods?) (?:uses?|mounts?|references?)|(?:do we|does anybody|does anything) (?:not|no longer) use|no longer (?:used|needed))\b|(?:从来)?(?:没有|没|未|无)(?:被)?(?:任何)?(?:人|谁|pod|东西|地方)?(?:在)?(?:使用|用到|用上|用|引用|挂载)过?(?:的|到)?|(?:闲置|孤儿|废弃)的?/iu;

/** A service that leads to no pod. */
export const leadsNowhere =
  /\b(?:point(?:s|ing)?|lead(?:s|ing)?|rout(?:es?|ing)) (?:at|to|nowhere)\b\s*(?:nothing|nobody|no pods?|nowhere)?|\b(?:with|have|has|having) (?:nothing|no pods?|nobody) (?:behind|backing)(?: (?:them|it))?|\bbacked by (?:nothing|no pods?)|指向空|后面没(?:有)?(?:东西|pod|人)?|没(?:有)?(?:后端|pod)|空的(?=\s?(?:service|服务|svc))|没有(?:任何)?(?:pod|后端)/iu;

/** What is empty, or runs nothing. */
export const emptyWords =
  /\bempty\b|\b(?:with|have|has|having|contain(?:s|ing)?|hold(?:s|ing)?) (?:nothing|no pods?)(?: in (?:them|it))?\b|\bnothing (?:in|inside)\b|空(?!间)的?|(?<=命名空间|ns)[^，]{0,4}没(?:有)?(?:任何)?(?:东西|pod|资源)/iu;

/** Workloads that run nothing. */
export const runsNothing =
  /\b(?:scaled (?:down )?to (?:zero|0)|at (?:zero|0)|idle|(?:zero|0|no) replicas?|running nothing|switched off|turned off|parked)\b|(?:副本(?:数)?(?:是|为|=)?\s?(?:0|零)|(?:0|零)\s?个?副本|缩(?:容)?(?:到|成|为)(?:了)?\s?(?:0|零)|闲置|停掉|没在跑)的?/iu;

/** Kinds of which it can be told by the pods that refer to them. */
export const usedByPods: ReadonlySet<string> = new Set(["configmap", "secret", "pvc", "serviceaccount"]);
