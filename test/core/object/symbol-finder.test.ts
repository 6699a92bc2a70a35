import t from 'tap';
import type { ElfSymbol } from '../../../core/elf/types.js';
import { symbolFinder } from '../../../core/object/symbol-finder.js';

const symbol = (
  name: string,
  sectionIndex: number,
  value: number,
  type: ElfSymbol['type'] = 'object',
): ElfSymbol => {
  return { index: 0, name, value, size: 4, binding: 'global', type, sectionIndex };
};

t.test('finds data symbols by section and name', async (t) => {
  const find = symbolFinder([symbol('a', 3, 0), symbol('a', 4, 8), symbol('f', 3, 16, 'function')]);
  t.equal(find(3, 'a')?.value, 0);
  t.equal(find(4, 'a')?.value, 8);
  t.equal(find(3, 'f'), undefined);
  t.equal(find(9, 'a'), undefined);
});

t.test('finds none of two that are alike', async (t) => {
  const find = symbolFinder([symbol('count', 3, 0), symbol('count', 3, 4), symbol('count', 3, 8)]);
  t.equal(find(3, 'count'), undefined);
});
