import { integerReader } from '../decode/read-integer.js';
import type { IntegerShape } from '../../core/record/types.js';
import type { Source } from '../decode/types.js';

/** An integer in a map's value: where it stands, and what it is. */
export interface IntegerPlace {
  readonly offset: number;
  readonly shape: IntegerShape;
  readonly littleEndian: boolean;
}

/** Reads an integer out of the values of all processors, added up; `at` is where the first of them begins. */
export function sumReader(
  { offset, shape, littleEndian }: IntegerPlace,
  { cpus, stride }: { readonly cpus: number; readonly stride: number },
): (values: Source, at: number) => bigint {
  const read = integerReader(shape.size, shape.signed, littleEndian);
  return (values, at) => {
    let sum = 0n;
    for (let cpu = 0; cpu < cpus; cpu++) sum += BigInt(read(values, at + cpu * stride + offset));
    return sum;
  };
}
