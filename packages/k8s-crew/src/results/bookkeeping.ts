import { isApiObject } from "./rows.ts";
import { at, isRecord, type UnknownRecord } from "./values.ts";

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** The annotations without the one in which kubectl keeps a copy of the whole object. */
export const writtenAnnotations = (object: unknown): UnknownRecord => {
  const annotations = at(object, "metadata", "annotations");
  return Object.fromEntries(
    Object.entries(isRecord(annotations) ? annotations : {}).filter(([key]) => key !== lastApplied),
  );
};

/** Without what tools keep in it for themselves: `managedFields` and that annotation. */
export const withoutBookkeeping = (object: UnknownRecord): UnknownRecord => {
  const metadata = at(object, "metadata");
  if (!isApiObject(object) || !isRecord(metadata)) return object;
  const { managedFields: _fields, annotations: _annotations, ...rest } = metadata;
  const annotations = writtenAnnotations(object);
  return { ...object, metadata: Object.keys(annotations).length === 0 ? rest : { ...rest, annotations } };
};
