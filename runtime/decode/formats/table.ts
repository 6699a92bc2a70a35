import type { FormatName, FormattedShape, Reading, ReadValue, Shape } from '../types.js';
import { formatBytes } from './byte-count.js';
import { formatMicroseconds, formatNanoseconds } from './duration.js';
import { errnoText } from './errno-text.js';
import { formatHex, isHexable } from './hex.js';
import { ipv4Text } from './ipv4.js';
import { ipv6Text } from './ipv6.js';
import { macText } from './mac.js';
import { readPort } from './port.js';
import { signalText } from './signal-text.js';
import { formatSymbol } from './symbol.js';
import { message, type Phrase } from '../../../core/message.js';

/** One `@format`. */
export interface FormatRow {
  /** What it wants, for messages: `4 bytes`. */
  readonly wants: Phrase;
  readonly fits: (shape: Shape) => boolean;
  /** The reader of the formatted value; absent where the value stays as it is and only a person sees it formatted. */
  readonly reader?: (shape: FormattedShape, inner: ReadValue, reading: Reading) => ReadValue;
  /** For a person, in columns. JSON and CSV keep the exact number. */
  readonly show?: (value: number | bigint) => string;
}

const isInteger = (shape: Shape): boolean =>
  shape.kind === 'integer' || (shape.kind === 'bits' && !shape.bool && !shape.names);
const isAddress = (shape: Shape): boolean =>
  shape.kind === 'pointer' || (shape.kind === 'integer' && shape.size === 8);
const isWhole = (shape: Shape): boolean =>
  shape.kind !== 'bits' && !('tail' in shape && shape.tail === 'rest');
const ofSize = (size: number) => (shape: Shape) => shape.size === size && isWhole(shape);

const anInteger = { wants: message`an integer`, fits: isInteger } as const;
const anAddress = {
  wants: message`an address: a pointer or 8 bytes`,
  fits: isAddress,
  reader: formatSymbol,
} as const;

/** All formats; one row each. */
export const formatTable: Readonly<Record<FormatName, FormatRow>> = {
  ipv4: {
    wants: '4 bytes',
    fits: ofSize(4),
    reader:
      () =>
      ({ bytes }, at) =>
        ipv4Text(bytes, at),
  },
  ipv6: {
    wants: '16 bytes',
    fits: ofSize(16),
    reader:
      () =>
      ({ view }, at) =>
        ipv6Text(view, at),
  },
  mac: {
    wants: '6 bytes',
    fits: ofSize(6),
    reader:
      () =>
      ({ bytes }, at) =>
        macText(bytes, at),
  },
  port_be: {
    wants: message`an integer of 2 or 4 bytes`,
    fits: (shape) => shape.kind === 'integer' && (shape.size === 2 || shape.size === 4),
    reader: readPort,
  },
  errno: { ...anInteger, reader: (_, read) => (source, at) => errnoText(Number(read(source, at))) },
  signal: { ...anInteger, reader: (_, read) => (source, at) => signalText(Number(read(source, at))) },
  ns: { ...anInteger, show: formatNanoseconds },
  us: { ...anInteger, show: formatMicroseconds },
  bytes: { ...anInteger, show: formatBytes },
  hex: { wants: message`an integer or an array of bytes`, fits: isHexable, reader: formatHex },
  ksym: anAddress,
  usym: anAddress,
};

/** The reader of a formatted value: the format's, or, of one that only changes what a person sees, the value's own. */
export function formatReader(shape: FormattedShape, inner: ReadValue, reading: Reading): ReadValue {
  return formatTable[shape.format].reader?.(shape, inner, reading) ?? inner;
}

/** Whether a word is the name of a format. */
export function isFormatName(word: string): word is FormatName {
  return Object.hasOwn(formatTable, word);
}
