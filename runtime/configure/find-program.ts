import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import type { BpfObject, ObjectProgram } from '../../core/object/types.js';

/** The program that an option names; throws `usage`, with the nearest name, when the object has none of this name. */
export function findProgram(object: BpfObject, program: string, option: string): ObjectProgram {
  const found = object.programs.find((candidate) => candidate.name === program);
  if (found) return found;
  const names = object.programs.map(({ name }) => name);
  const near = nearest(program, names, 1)[0];
  throw new TseccError('usage', message`use ${option}: the package has no program '${program}'`, {
    cure: near === undefined ? message`it has ${names.join(', ')}` : message`did you mean ${near}?`,
  });
}
