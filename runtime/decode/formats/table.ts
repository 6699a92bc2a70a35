import type { FormatName, FormattedShape } from '../../../core/record/types.js';
import type { Reading, ReadValue } from '../types.js';
import { formatBytes } from './byte-count.js';
import { formatMicroseconds, formatNanoseconds } from './duration.js';
import { errnoText } from './errno-text.js';
import { formatHex } from './hex.js';
import { ipv4Text } from './ipv4.js';
import { ipv6Text } from './ipv6.js';
import { macText } from './mac.js';
import { readPort } from './port.js';
import { signalText } from './signal-text.js';
import { formatSymbol } from './symbol.js';

/** How values with one `@format` are read and shown; what they are for is in core's table of the same rows. */
export interface FormatRow {
  /** The reader of the formatted value; absent where the value stays as it is and only a person sees it formatted. */
  readonly reader?: (shape: FormattedShape, inner: ReadValue, reading: Reading) => ReadValue;
  /** For a person, in columns. JSON and CSV keep the exact number. */
  readonly show?: (value: number | bigint) => string;
}

/** All formats; one row each. */
export const formatTable: Readonly<Record<FormatName, FormatRow>> = {
  ipv4: {
    reader:
      () =>
      ({ bytes }, at) =>
        ipv4Text(bytes, at),
  },
  ipv6: {
    reader:
      () =>
      ({ view }, at) =>
        ipv6Text(view, at),
  },
  mac: {
    reader:
      () =>
      ({ bytes }, at) =>
        macText(bytes, at),
  },
  port_be: { reader: readPort },
  errno: { reader: (_, read) => (source, at) => errnoText(Number(read(source, at))) },
  signal: { reader: (_, read) => (source, at) => signalText(Number(read(source, at))) },
  ns: { show: formatNanoseconds },
  us: { show: formatMicroseconds },
  bytes: { show: formatBytes },
  hex: { reader: formatHex },
  ksym: { reader: formatSymbol },
  usym: { reader: formatSymbol },
};

/** The reader of a formatted value: the format's, or, of one that only changes what a person sees, the value's own. */
export function formatReader(shape: FormattedShape, inner: ReadValue, reading: Reading): ReadValue {
  return formatTable[shape.format].reader?.(shape, inner, reading) ?? inner;
}
