import { toJsonSchema } from '@valibot/to-json-schema';
import { SCENARIO_SCHEMA } from './scenario-schema.ts';

/** The form of a scenario file for editors (JSON Schema, draft 7), made from the schema that reads it. */
export function createScenarioJsonSchema(): object {
  const { $schema, ...schema } = toJsonSchema(SCENARIO_SCHEMA, { errorMode: 'ignore' });
  return { $schema, title: 'Brokerscape scenario', ...(closeObjects(schema) as object) };
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
