import { resourceByKey } from "../catalog/resources.ts";

/** The only namespace that a list is of, where it says so itself, whatever was asked. */
export const oneNamespaceOf = (result: { readonly text: string } | undefined): string | undefined =>
  /^\s*found \d+ .* in namespace ['"]?([\w.-]*\w)/i.exec(result?.text ?? "")?.[1];

export const isOfOneNamespace = (result: { readonly text: string } | undefined): boolean =>
  oneNamespaceOf(result) !== undefined;

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
