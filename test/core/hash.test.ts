import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashBytes } from '../../src/core/hash.ts';

test('gives the known answers of FIPS 180-2 for "abc" and of NIST for the empty message', () => {
  expect(hashBytes(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(hashBytes(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('agrees with OpenSSL on any bytes, from a view into a larger buffer too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, start) => {
      const view = bytes.subarray(Math.min(start, bytes.length));
      expect(hashBytes(view)).toBe(createHash('sha256').update(view).digest('hex'));
    }),
  );
});
