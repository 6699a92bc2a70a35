import type { NetworkOptions } from '../source/types.js';
import type { ScannedArguments } from './scan.js';

/** What a command line says of how the network is asked. */
export function networkFrom(options: ScannedArguments['options']): NetworkOptions {
  return {
    caFile: options.findLast(({ name }) => name === 'ca-file')?.value,
    plainHttp: options.some(({ name }) => name === 'plain-http'),
  };
}
