import { nearest } from '../../core/nearest.js';
import { fieldPaths } from '../decode/select-fields.js';
import type { RecordShape, Shape } from '../../core/record/types.js';
import { FilterError } from './filter-error.js';
import type { Step } from './types.js';
import { message, type Phrase } from '../../core/message.js';

/** Where a path leads: an offset from the event, and what is there. */
export interface Place {
  readonly offset: number;
  readonly shape: Shape;
  /** Where it has to end within the record: with arrays that records may cut, it may not be there. */
  readonly mayBeMissing: boolean;
}

/**
 * Follows a path from the event; undefined when its first name is no field, which may then be an enum's. Throws
 * {@link FilterError}, naming the nearest field.
 */
export function resolvePath(filter: string, event: RecordShape, steps: readonly Step[]): Place | undefined {
  let place: Place = { offset: 0, shape: event, mayBeMissing: false };
  for (const [index, step] of steps.entries()) {
    const next = step.kind === 'member' ? member(place, step.name) : element(filter, place, step);
    if (!next && index === 0 && steps.length === 1) return undefined;
    if (!next) throw unknownField(filter, place, step);
    place = next;
  }
  return place;
}

function member({ offset, shape, mayBeMissing }: Place, name: string): Place | undefined {
  if (shape.kind !== 'record') return undefined;
  const field = shape.fields.find((each) => each.name === name);
  return field && { offset: offset + field.offset, shape: field.shape, mayBeMissing };
}

function element(
  filter: string,
  { offset, shape, mayBeMissing }: Place,
  step: Extract<Step, { kind: 'index' }>,
): Place {
  if (shape.kind !== 'array')
    throw new FilterError(filter, step, message`only arrays have an index, this is ${nameOf(shape)}`);
  if (shape.tail !== 'rest' && step.index >= shape.length) {
    throw new FilterError(filter, step, message`the array has ${shape.length} elements, the first is [0]`);
  }
  return {
    offset: offset + step.index * shape.stride,
    shape: shape.element,
    mayBeMissing: mayBeMissing || shape.tail !== 'fixed',
  };
}

function unknownField(filter: string, place: Place, step: Step): FilterError {
  const name = step.kind === 'member' ? step.name : '';
  if (place.shape.kind !== 'record')
    return new FilterError(filter, step, message`${nameOf(place.shape)} has no fields`);
  return new FilterError(filter, step, message`there is no field '${name}'${suggest(name, place.shape)}`);
}

/** `, the nearest is 'pid'`, or all fields where none is near. */
export function suggest(name: string, record: RecordShape, others: readonly string[] = []): Phrase {
  const near = nearest(name, [...fieldPaths(record), ...others], 1)[0];
  if (near !== undefined) return message`, the nearest is '${near}'`;
  const fields = record.fields.map((field) => field.name);
  return fields.length === 0 ? '' : message`: there are ${fields.slice(0, 20).join(', ')}`;
}

/** A shape in words. */
export function nameOf(shape: Shape): Phrase {
  switch (shape.kind) {
    case 'record':
      return message`a struct`;
    case 'array':
      return message`an array`;
    case 'bits':
    case 'integer':
      return message`a number`;
    case 'enum':
      return `enum ${shape.names.name}`.trim();
    case 'formatted':
      return message`a field with @format ${shape.format}`;
    default:
      return message`of kind ${shape.kind}`;
  }
}
