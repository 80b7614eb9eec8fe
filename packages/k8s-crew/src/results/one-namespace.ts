/** Whether a list says itself that it is of one namespace only, whatever was asked. */
export const isOfOneNamespace = (result: { readonly text: string } | undefined): boolean =>
  /^\s*found \d+ .* in namespace \S+/i.test(result?.text ?? "");
