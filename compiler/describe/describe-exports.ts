import type { Btf } from '../../core/btf/types.js';
import { typeName } from '../../core/btf/type-name.js';
import type { ExportType } from '../../core/package/types.js';
import { typeText } from '../events/event-type.js';
import type { ExportPlan } from '../events/plan-exports.js';
import type { ResolvedTypes } from './resolve-types.js';

/**
 * The manifest's `export_types`: the structs and unions of the plan as ecc lists them, each with the id of the struct
 * itself. One without a tag goes by its typedef's name. The members are those of BTF, in its order, for ecli counts
 * them; nameless ones have an empty name.
 */
export function describeExports(btf: Btf, plan: ExportPlan, resolved: ResolvedTypes): ExportType[] {
  return plan.types.flatMap((wanted) => {
    const type = resolved.get(typeText(wanted));
    if (type?.kind !== 'struct' && type?.kind !== 'union') return [];
    return [
      {
        name: type.name || wanted.name,
        size: type.size,
        type_id: type.id,
        members: type.members.map(({ name, typeId }) => ({ name, type: typeName(btf, typeId) })),
      },
    ];
  });
}
