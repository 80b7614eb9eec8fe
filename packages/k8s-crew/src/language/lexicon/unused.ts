/** Words that say that nothing uses a thing. */
export const unusedWords =
  /\b(?:unused|unreferenced|unmounted|orphan(?:ed)?|not (?:being |currently )?(?:used|mounted|referenced)(?: by (?:anything|anyone|any pods?))?|not in use|(?:used|mounted|referenced) by (?:nobody|no one|nothing|no pods?)|(?:nobody|nothing|no one|no pods?) (?:uses?|mounts?|references?)|(?:do we|does anybody|does anything) (?:not|no longer) use|no longer (?:used|needed))\b|(?:从来)?(?:没有|没|未|无)(?:被)?(?:任何)?(?:人|谁|pod|东西|地方)?(?:在)?(?:使用|用到|用上|用|引用|挂载)过?(?:的|到)?|(?:闲置|孤儿|废弃)的?/iu;

/** Kinds of which it can be told by the pods that refer to them. */
export const usedByPods: ReadonlySet<string> = new Set(["configmap", "secret", "pvc", "serviceaccount"]);
