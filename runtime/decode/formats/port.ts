import type { FormattedShape } from '../../../core/record/types.js';
import type { Reading, ReadValue } from '../types.js';

/**
 * A port in network order, as a number. In a field of four bytes it is the lower half of the number, as in
 * `bpf_sock.dst_port` before Linux 5.18.
 */
export function readPort({ size }: FormattedShape, _: ReadValue, { littleEndian }: Reading): ReadValue {
  const offset = size === 2 || littleEndian ? 0 : 2;
  return ({ view }, at) => view.getUint16(at + offset, false);
}
