export type JsonSchema = { [keyword: string]: unknown };

/**
 * The JSON Schema of a record, a report or a charter; a fresh object at every call.
 *
 * Draft 2020-12, the usual one, is for validators and editors. Draft `"07"` is for form builders: without
 * `$schema` and `$id`, every definition in its place. Titles and descriptions are in English; `x-sv` holds
 * them in Swedish.
 *
 * @throws {TypeError} when there is no schema or no draft of that name.
 */
export function jsonSchema(name: "record" | "report" | "charter", options?: { draft?: "2020-12" | "07" }): JsonSchema;
