import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Typed arrays lie in memory in the host's byte order, so equal columns are equal bytes on little-endian hosts only. */
const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** SHA-256 as 64 lower-case hexadecimal digits. @throws Error on a big-endian host, where hashes of columns would differ */
export function hashBytes(bytes: Uint8Array): string {
  if (!LITTLE_ENDIAN) {
    throw new Error('expected a little-endian host: state hashes are defined on little-endian bytes');
  }
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of a text in UTF-8. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
