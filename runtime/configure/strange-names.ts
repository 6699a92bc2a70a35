import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { readStructOps } from '../../core/object/struct-ops.js';
import type { BpfObject } from '../../core/object/types.js';

/**
 * Throws `package-invalid` when a program, map or data section has a name that no C source gives: such names become
 * paths in bpffs, where `../` would put a pin of a root process anywhere.
 */
export function refuseStrangeNames(object: BpfObject): void {
  const plain = [...object.programs, ...object.maps, ...readStructOps(object)].map(({ name }) => ({
    name,
    pattern: /^[A-Za-z_]\w*$/,
  }));
  const sections = object.dataSections.map(({ name }) => ({ name, pattern: /^\.[A-Za-z_][\w.]*$/ }));
  const strange = [...plain, ...sections].find(({ name, pattern }) => !pattern.test(name));
  if (!strange) return;
  throw new TseccError(
    'package-invalid',
    message`run package: its object uses the name '${strange.name}', which is no C name`,
  );
}
