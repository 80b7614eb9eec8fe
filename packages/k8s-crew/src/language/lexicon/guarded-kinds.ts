/**
 * Kinds that nobody looks through on a guess, by what a message says where it is about them: what is secret, and who may
 * do what.
 */
export const guardedKinds: readonly { readonly kinds: readonly string[]; readonly said: RegExp }[] = [
  {
    kinds: ["secret"],
    said: /(?<![a-z])(?:secrets?|passwords?|passwd|pw|tokens?|credentials?|creds?|api ?keys?|tls|certs?|certificates?)(?![a-z])|密钥|密码|口令|凭证|凭据|令牌|证书|机密|保密字典/iu,
  },
  {
    kinds: ["role", "rolebinding", "clusterrole", "clusterrolebinding"],
    said: /(?<![a-z])(?:(?:cluster)? ?role ?(?:bindings?|s)?|bindings?|rbac|permissions?|permitted|privileges?|rights?|access|authori[sz]\w+|allowed|grants?|granted)(?![a-z])|权限|角色|绑定|授权|访问/iu,
  },
];
