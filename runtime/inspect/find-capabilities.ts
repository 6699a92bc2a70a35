import { message, type Message } from '../../core/message.js';
import { powers, sights, type CapabilityRow } from './capability-table.js';
import type { Capability, MapDescription, ProgramDescription } from './types.js';

/** Functions of the kernel for a program's own bookkeeping: they act on nothing but what the program already has. */
const bookkeeping =
  /^bpf_(?:iter_\w+_(?:new|next|destroy)|rcu_read_(?:un)?lock|preempt_(?:dis|en)able|dynptr_\w+|cpumask_\w+|obj_\w+|percpu_obj_\w+|refcount_acquire\w*|list_\w+|rbtree_\w+|task_(?:acquire|release|under_cgroup|get_cgroup1)|cgroup_(?:acquire|release|ancestor|from_id)|cast_to_kern_ctx|rdonly_cast|get_kmem_cache|local_irq_\w+|str\w+|arena_\w+|throw)$/;

/** Functions of the kernel whose effects are not known here. */
const unknownFunctions = {
  id: 'kernel-calls',
  says: message`whatever these functions of the kernel do`,
} as const;

/** Maps that others may use as well. */
const sharedMaps = {
  id: 'shared-maps',
  says: message`keep maps that other programs use, and that stay when it ends`,
} as const;

/** What the programs of a package may look at. Programs that are never loaded do nothing. */
export function findSights(programs: readonly ProgramDescription[]): readonly Capability[] {
  return findRows(sights, programs);
}

/** What the programs of a package may change. */
export function findPowers(
  programs: readonly ProgramDescription[],
  maps: readonly MapDescription[],
): readonly Capability[] {
  const unknown = programs
    .filter(({ loaded }) => loaded)
    .map(({ name, kernelFunctions }) => ({
      program: name,
      through: kernelFunctions.filter((each) => !bookkeeping.test(each) && !known.has(each)),
    }))
    .filter(({ through }) => through.length > 0);
  const pinned = maps.flatMap((map) => (map.pinned === undefined ? [] : [map.name]));
  return [
    ...findRows(powers, programs),
    ...(unknown.length > 0 ? [{ id: unknownFunctions.id, by: unknown }] : []),
    ...(pinned.length > 0 ? [{ id: sharedMaps.id, by: [{ program: '', through: pinned }] }] : []),
  ];
}

const known = new Set([...sights, ...powers].flatMap(({ kernelFunctions = [] }) => kernelFunctions));

const phrases: ReadonlyMap<string, Message> = new Map(
  [...sights, ...powers, unknownFunctions, sharedMaps].map(({ id, says }) => [id, says]),
);

/** A capability in words: "send signals to processes, and so kill them". */
export const capabilityPhrase = ({ id }: Capability): Message | string => phrases.get(id) ?? id;

function findRows(
  rows: readonly CapabilityRow[],
  programs: readonly ProgramDescription[],
): readonly Capability[] {
  return rows.flatMap((row) => {
    const by = programs
      .filter(({ loaded }) => loaded)
      .map((program) => ({ program: program.name, through: waysOf(row, program) }))
      .filter(({ through }) => through.length > 0);
    return by.length > 0 ? [{ id: row.id, by }] : [];
  });
}

/** What gives a program the capability: kinds of its places, sections, helpers, functions of the kernel. */
function waysOf(row: CapabilityRow, program: ProgramDescription): readonly string[] {
  const { kinds = [], sections = [], helpers = '', kernelFunctions = [] } = row;
  const given = new Set<string>(kinds);
  const calls = new Set(helpers.split(' ').map((name) => `bpf_${name}`));
  const ways = [
    ...program.places.flatMap(({ kind, section }) => {
      if (given.has(kind)) return [kind];
      const text = section.replace(/^\?/, '');
      return kind === 'cgroup' && sections.some((each) => text.startsWith(each)) ? [text] : [];
    }),
    ...program.helpers.filter((name) => calls.has(name)),
    ...program.kernelFunctions.filter((name) => kernelFunctions.includes(name)),
  ];
  return [...new Set(ways)];
}
