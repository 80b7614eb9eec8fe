/** `web-7d9c5b6f8-x2x4v` and `web-7d9c5b6f8-k8s2p` are of one family; generated endings have no vowels. */
export const familyOf = (name: string): string =>
  name.replace(/-[a-z0-9]{6,10}-[a-z0-9]{5}$/u, "").replace(/-[bcdfghjklmnpqrstvwxz2456789]{5}$/u, "");
