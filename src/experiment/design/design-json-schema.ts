import { createJsonSchema } from '../scenario-json-schema.ts';
import { DESIGN_SCHEMA } from './design-file.ts';

/** The form of a design for editors (JSON Schema, draft 7), made from the schema that reads it. */
export function createDesignJsonSchema(): object {
  return createJsonSchema(DESIGN_SCHEMA, 'Brokerscape design');
}
