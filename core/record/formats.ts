import { message, type Phrase } from '../message.js';
import type { FormatName, Shape } from './types.js';

/** One `@format`: what it is for, and what it makes of a value. */
export interface FormatRule {
  /** What it wants, for messages: `4 bytes`. */
  readonly wants: Phrase;
  readonly fits: (shape: Shape) => boolean;
  /**
   * What becomes of the value: `text`; `hex`, of a number with 0x before it; or the `value` itself: a number where it was one, which only a
   * person sees in another form.
   */
  readonly gives: 'text' | 'hex' | 'value';
}

const isInteger = (shape: Shape): boolean =>
  shape.kind === 'integer' || (shape.kind === 'bits' && !shape.bool && !shape.names);
const isPort = (shape: Shape): boolean => shape.kind === 'integer' && (shape.size === 2 || shape.size === 4);
const isAddress = (shape: Shape): boolean =>
  shape.kind === 'pointer' || (shape.kind === 'integer' && shape.size === 8);
const isWhole = (shape: Shape): boolean =>
  shape.kind !== 'bits' && !('tail' in shape && shape.tail === 'rest');
const ofSize = (size: number) => (shape: Shape) => shape.size === size && isWhole(shape);

/** Integers, pointers, and whole arrays of bytes or of char. */
function isHexable(shape: Shape): boolean {
  switch (shape.kind) {
    case 'pointer':
    case 'text':
    case 'bytes':
      return true;
    case 'array':
      return shape.element.kind === 'integer' && shape.element.size === 1;
    default:
      return isInteger(shape);
  }
}

const integer = message`an integer`;
const address = message`an address: a pointer or 8 bytes`;

/** All formats; one row each. */
export const formats: Readonly<Record<FormatName, FormatRule>> = {
  ipv4: { wants: '4 bytes', fits: ofSize(4), gives: 'text' },
  ipv6: { wants: '16 bytes', fits: ofSize(16), gives: 'text' },
  mac: { wants: '6 bytes', fits: ofSize(6), gives: 'text' },
  // The bytes are turned round, and what comes of it is a number again.
  port_be: { wants: message`an integer of 2 or 4 bytes`, fits: isPort, gives: 'value' },
  errno: { wants: integer, fits: isInteger, gives: 'text' },
  signal: { wants: integer, fits: isInteger, gives: 'text' },
  ns: { wants: integer, fits: isInteger, gives: 'value' },
  us: { wants: integer, fits: isInteger, gives: 'value' },
  bytes: { wants: integer, fits: isInteger, gives: 'value' },
  hex: { wants: message`an integer or an array of bytes`, fits: isHexable, gives: 'hex' },
  ksym: { wants: address, fits: isAddress, gives: 'text' },
  usym: { wants: address, fits: isAddress, gives: 'text' },
};

/** The words that `@format` knows, beside the names of enums. */
export const formatNames: readonly string[] = Object.keys(formats);

/** Whether a word is the name of a format. */
export function isFormatName(word: string): word is FormatName {
  return Object.hasOwn(formats, word);
}
