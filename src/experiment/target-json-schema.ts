import { createJsonSchema } from './scenario-json-schema.ts';
import { TARGETS_SCHEMA } from './target-file.ts';

/** The form of the targets for editors (JSON Schema, draft 7), made from the schema that reads them. */
export function createTargetsJsonSchema(): object {
  return createJsonSchema(TARGETS_SCHEMA, 'Brokerscape targets');
}
