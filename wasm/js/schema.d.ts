import type { JsonSchema } from "./schemas.js";

/** One JSON Schema. It is shared by all who import it: copy it before you change it. */
declare const schema: JsonSchema;
export default schema;
