import { skipQualifiers } from '../btf/resolve.js';
import type { Btf } from '../btf/types.js';

/** What a variable can hold that JSON can say. */
export type InitialValue = boolean | number | string;

/**
 * The value in the bytes of a variable: a bool, a number, the text of an array of char. Whole numbers that a double
 * cannot hold are their decimal digits as a string. Undefined for what is none of these: structs, pointers, other
 * arrays, text that is not UTF-8 or goes on behind its end, and numbers that are not finite. Throws {@link BtfError}
 * for an unknown type.
 */
export function initialValue(btf: Btf, typeId: number, bytes: Uint8Array): InitialValue | undefined {
  const type = skipQualifiers(btf, typeId);
  switch (type.kind) {
    case 'var':
      return initialValue(btf, type.typeId, bytes);
    case 'int':
      if (type.encoding.bool) return bytes.some((byte) => byte !== 0);
      return bytes.length === type.size ? readInteger(btf, bytes, type.encoding.signed) : undefined;
    case 'enum':
    case 'enum64':
      return bytes.length === type.size ? readInteger(btf, bytes, type.signed) : undefined;
    case 'float':
      return readFloat(btf, bytes);
    case 'array': {
      const element = skipQualifiers(btf, type.elementTypeId);
      return element.kind === 'int' && element.name === 'char' ? readText(bytes) : undefined;
    }
    default:
      return undefined;
  }
}

function readInteger({ littleEndian }: Btf, bytes: Uint8Array, signed: boolean): number | string {
  const ordered = littleEndian ? bytes.toReversed() : bytes;
  const value = ordered.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const exact = signed ? BigInt.asIntN(bytes.length * 8, value) : value;
  const number = Number(exact);
  return Number.isSafeInteger(number) ? number : exact.toString();
}

function readFloat({ littleEndian }: Btf, bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const value =
    bytes.length === 4
      ? view.getFloat32(0, littleEndian)
      : bytes.length === 8
        ? view.getFloat64(0, littleEndian)
        : NaN;
  return Number.isFinite(value) ? value : undefined;
}

function readText(bytes: Uint8Array): string | undefined {
  const end = bytes.indexOf(0);
  if (end >= 0 && bytes.subarray(end).some((byte) => byte !== 0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(end < 0 ? bytes : bytes.subarray(0, end));
  } catch {
    return undefined;
  }
}
