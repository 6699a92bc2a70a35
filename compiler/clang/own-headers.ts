import { dirname } from 'node:path';
import { installedPath } from '../output/installed-path.js';

/** The directory of the headers that come with tsecc: `tsecc/tsecc.h`. Throws `tool-missing` when it is not there. */
export function ownHeaders(): string {
  return dirname(dirname(installedPath('include/tsecc/tsecc.h')));
}
