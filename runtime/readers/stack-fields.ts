import type { Field } from '../../core/record/types.js';
import type { EventType } from '../decode/types.js';
import { asObject, invalidMap, stackTraceOf } from '../../core/package/map-settings.js';
import type { PackageFacts } from '../../core/package/types.js';
import { message } from '../../core/message.js';

/** Fields of a record with call stacks; each by ecli's usual name, unless `field_map` gives it another. */
const fieldNames = ['pid', 'cpu_id', 'comm', 'kstack_sz', 'ustack_sz', 'kstack', 'ustack'] as const;

/** One of {@link fieldNames}. */
type FieldName = (typeof fieldNames)[number];

/** Where a record has its stacks. */
export interface StackFields {
  readonly type: EventType;
  /** Undefined for what the type does not have. */
  readonly fields: Readonly<Partial<Record<FieldName, Field>>>;
  /** Whether addresses are to be named. */
  readonly withSymbols: boolean;
}

/**
 * Where the records of a buffer with `@intepreter {"stack_trace": …}` (ecc's spelling, and the right one) have their
 * stacks; undefined for a buffer without. Throws `package-invalid` for a type that has none.
 */
export function stackFields(
  context: PackageFacts,
  map: string,
  types: readonly EventType[],
): StackFields | undefined {
  const trace = stackTraceOf(context, map);
  const [type] = types;
  if (!trace || !type) return undefined;
  const names = asObject(trace['field_map']) ?? {};
  const shape = type.shape.kind === 'record' ? type.shape : undefined;
  const fields: Partial<Record<FieldName, Field>> = {};
  for (const field of fieldNames) {
    const name = names[field] ?? field;
    const found = shape?.fields.find((each) => each.name === name);
    if (found && fits(field, found)) fields[field] = found;
    else if (names[field] !== undefined) {
      throw invalidMap(
        map,
        message`${type.name} has no field that can be its ${field}, as its stack_trace says`,
      );
    }
  }
  if (!fields.kstack && !fields.ustack)
    throw invalidMap(map, message`${type.name} has no field kstack or ustack`);
  return { type, fields, withSymbols: trace['with_symbols'] !== false };
}

function fits(name: FieldName, { shape }: Field): boolean {
  switch (name) {
    case 'comm':
      return shape.kind === 'text';
    case 'kstack':
    case 'ustack':
      return shape.kind === 'array' && shape.element.kind === 'integer' && shape.element.size === 8;
    default:
      return shape.kind === 'integer' && shape.size <= 8;
  }
}
