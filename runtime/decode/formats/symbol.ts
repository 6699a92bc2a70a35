import { integerReader } from '../read-integer.js';
import type { FormattedShape } from '../../../core/record/types.js';
import type { Reading, ReadValue } from '../types.js';

/** An address as what the resolver calls it, for instance `vfs_read+0x10`; as hex where it has no name. 0 is `0x0`. */
export function formatSymbol(
  shape: FormattedShape,
  _: ReadValue,
  { littleEndian, symbols }: Reading,
): ReadValue {
  const { format, processId } = shape;
  const readProcess = integerReader(4, false, littleEndian);
  return (source, at) => {
    const address = source.view.getBigUint64(at, littleEndian);
    if (address !== 0n && symbols) {
      const process = processId === undefined ? undefined : Number(readProcess(source, at + processId));
      const name = format === 'ksym' ? symbols.kernel(address) : symbols.user(address, process);
      if (name !== undefined) return name;
    }
    return `0x${address.toString(16)}`;
  };
}
