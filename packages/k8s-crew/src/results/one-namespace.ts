import { resourceByKey } from "../catalog/resources.ts";

/** Whether a list says itself that it is of one namespace only, whatever was asked. */
export const isOfOneNamespace = (result: { readonly text: string } | undefined): boolean =>
  /^\s*found \d+ .* in namespace \S+/i.test(result?.text ?? "");

/**
 * Whether a list of all namespaces may be of one only: some servers fall back to the namespace of the context, without a
 * word, where the identity may not list all.
 */
export const mayBeOfOneNamespace = (
  rows: readonly { readonly namespace?: string | undefined }[],
  resource: string,
): boolean =>
  resourceByKey.get(resource)?.namespaced === true &&
  rows.every(({ namespace }) => namespace !== undefined) &&
  new Set(rows.map(({ namespace }) => namespace)).size <= 1;
