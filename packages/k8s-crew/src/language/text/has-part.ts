/** Whether `part` is one or more whole segments of a name: "prod" of "eks-prod-1", not "pro". */
export const hasPart = (name: string, part: string): boolean => {
  if (part.length < 2) return false;
  for (let at = name.indexOf(part); at >= 0; at = name.indexOf(part, at + 1)) {
    const before = name.charAt(at - 1);
    const after = name.charAt(at + part.length);
    if (!/[a-z0-9]/u.test(before) && !/[a-z0-9]/u.test(after)) return true;
  }
  return false;
};
