import t from 'tap';
import { readElf } from '../../../core/elf/read-elf.js';
import type { ElfFile } from '../../../core/elf/types.js';
import { listFunctions } from '../../../core/object/functions.js';
import { callFinder } from '../../../core/object/helpers.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

function helpersOf(elf: ElfFile): Record<string, readonly number[]> {
  const functions = listFunctions(elf);
  const find = callFinder(elf, functions);
  return Object.fromEntries(functions.map((each) => [each.name, find(each).helpers]));
}

for (const name of ['subprograms', 'subprograms.be']) {
  t.test(`follows calls of ${name} to the helpers they reach`, async (t) => {
    t.match(helpersOf(readElf(objectBytes(name))), {
      // Through a subprogram in .text: trace_printk.
      first: [6],
      // Its own for_each_map_elem, and ktime_get_ns of the callback.
      second: [5, 164],
      // get_prandom_u32 and get_smp_processor_id of two that call each other.
      third: [7, 8],
      ping: [7, 8],
      none: [],
      // get_current_uid_gid of a static function in its own section.
      own: [15],
    });
  });
}

t.test('takes a program by its own part of a section', async (t) => {
  t.strictSame(helpersOf(readElf(objectBytes('subprograms'))).first, [6]);
});

t.test('refuses functions that overlap beyond all measure', async (t) => {
  const elf = readElf(objectBytes('globals'));
  // 20,000 bytes of calls, and 3,000 functions that each claim all of them.
  const data = new Uint8Array(20_000);
  for (let at = 0; at < data.length; at += 8) data.set([0x85, 0, 0, 0, 6, 0, 0, 0], at);
  const sections = elf.sections.map((each) =>
    each.type === 1 && each.flags === 6 ? { ...each, data } : each,
  );
  const symbols = elf.symbols
    .filter(({ name }) => name === 'count')
    .flatMap((symbol) => Array.from({ length: 3_000 }, () => ({ ...symbol, value: 0, size: data.length })));
  t.throws(() => helpersOf({ ...elf, sections, symbols }), {
    name: 'ElfError',
    message: 'read BPF object: too many calls between its functions',
  });
});
