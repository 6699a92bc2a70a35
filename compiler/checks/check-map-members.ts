import { skipQualifiers } from '../../core/btf/resolve.js';
import { typeAt } from '../../core/btf/type-at.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import type { Check } from './types.js';

/** What a definition in SEC(".maps") may say (parse_btf_map_def of libbpf). */
const members = [
  'type',
  'max_entries',
  'key',
  'value',
  'key_size',
  'value_size',
  'map_flags',
  'map_extra',
  'numa_node',
  'pinning',
  'values',
];

/** Members of map definitions that libbpf does not know: it refuses the whole object. */
export const checkMapMembers: Check = ({ object: { btf }, places }) => {
  if (!btf) return [];
  const variables = btf.types.flatMap((type) =>
    type.kind === 'datasec' && type.name === '.maps' ? type.variables : [],
  );
  return variables.flatMap(({ typeId }) => {
    const variable = typeAt(btf, typeId);
    if (variable.kind !== 'var') return [];
    const struct = skipQualifiers(btf, variable.typeId);
    if (struct.kind !== 'struct') return [];
    return struct.members.flatMap(({ name }): Diagnostic[] => {
      if (members.includes(name)) return [];
      const location = places.map(variable.name, name);
      const [near] = nearest(name, members, 1);
      return [
        {
          severity: 'error',
          text: message`map '${variable.name}': libbpf knows no '${name}'`,
          ...(location && { location }),
          notes: [],
          cure: near === undefined ? message`one of ${members.join(', ')}` : message`did you mean ${near}?`,
        },
      ];
    });
  });
};
