import { toJsonSchema } from '@valibot/to-json-schema';
import { SCENARIO_SCHEMA, type Schema } from './scenario-schema.ts';

/** The form of a scenario file for editors (JSON Schema, draft 7), made from the schema that reads it. */
export function createScenarioJsonSchema(): object {
  return createJsonSchema(SCENARIO_SCHEMA, 'Brokerscape scenario');
}

/** The form that a schema reads, for editors (JSON Schema, draft 7). */
export function createJsonSchema(read: Schema, title: string): object {
  const { $schema, ...schema } = toJsonSchema(read, { errorMode: 'ignore' });
  return { $schema, title, ...(closeObjects(schema) as object) };
}

/** `additionalProperties: {not: {}}` says no more than `false`, and editors understand `false`. */
function closeObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closeObjects);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'additionalProperties' && isNever(value) ? false : closeObjects(value),
    ]),
  );
}

function isNever(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'not' in schema;
}
