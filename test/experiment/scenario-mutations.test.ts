import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/experiment/scenario.ts';
import { FILE_IDS, readShippedText, shipped } from '../support/shipped-scenarios.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place inside a value, as a list of keys. */
function listPlaces(value: Json, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, inside]) => listPlaces(inside, [...place, key]))];
}

function replaceAt(value: Json, place: readonly string[], mutate: (old: Json) => Json | undefined): Json | undefined {
  if (place.length === 0) return mutate(value);
  const copy = structuredClone(value) as Record<string, Json>;
  const inside = replaceAt(copy[place[0]], place.slice(1), mutate);
  if (inside === undefined) delete copy[place[0]];
  else copy[place[0]] = inside;
  return copy;
}

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(-1, 0, 1e308, -0, '', '2025-01', '__proto__', [], {}, null, 'huatai', 'report-market'),
);

/** A shipped file with up to four places replaced, removed, or given a key more. */
const mutatedFile = fc
  .tuple(
    fc.constantFrom(...FILE_IDS),
    fc.array(fc.tuple(fc.nat(), oddValue, fc.constantFrom('replace', 'remove', 'add'), fc.string()), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([id, mutations]) =>
    mutations.reduce<Json>(
      (file, [at, value, kind, key]) => {
        const places = listPlaces(file);
        const mutate = (old: Json) => {
          if (kind === 'remove') return undefined;
          const isObject = typeof old === 'object' && old !== null && !Array.isArray(old);
          return kind === 'add' && isObject ? { ...old, [key]: value } : value;
        };
        return replaceAt(file, places[at % places.length], mutate) ?? null;
      },
      JSON.parse(readShippedText(id)),
    ),
  );

test('a mutated scenario is a scenario or a list of problems with paths; reading never throws', {
  timeout: 60_000,
}, () => {
  let refused = 0;
  fc.assert(
    fc.property(mutatedFile, fc.boolean(), (file, isText) => {
      const parsed = parseScenario(isText ? JSON.stringify(file) : file, shipped);
      if (parsed.ok) {
        expect(parsed.value.brokers.length).toBeGreaterThan(0);
        expect(parsed.value.brokers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
        return;
      }
      refused++;
      expect(parsed.problems.length).toBeGreaterThan(0);
      const isWhole = typeof file !== 'object' || file === null || Array.isArray(file);
      for (const { path, expected, got } of parsed.problems) {
        expect(isWhole || path.length > 0).toBe(true);
        expect(expected.en.length * expected['zh-CN'].length * got.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(100);
});

test('any JSON value at all is read without a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseScenario(value, shipped).ok).toBe(false);
    }),
  );
});
