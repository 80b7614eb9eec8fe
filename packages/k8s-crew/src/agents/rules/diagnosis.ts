import { resourceByKey } from "../../catalog/resources.ts";

/** The kind whose trouble is looked into: pods unless another one of the table was said. */
export const diagnosedKind = (resource: string | undefined): string =>
  resource !== undefined && resourceByKey.has(resource) ? resource : "pod";
