export { type CatalogOptions, createCatalog } from "./catalog.ts";
export { type CatalogRow, describeCatalog } from "./describe.ts";
export { type Override, type Overrides, type ParsedOverrides, parseOverrides } from "./overrides.ts";
export { pluralOf, resourceOfKind, resourceOfWord } from "./resource-words.ts";
export { type Resource, resourceByKey, resources } from "./resources.ts";
export type { CallTemplate, Catalog, CatalogEntry, Effect, Parameter, Role, Verb, Wanted } from "./types.ts";
export { effectOfVerb, isVerb } from "./verbs.ts";
