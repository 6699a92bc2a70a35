import t from 'tap';
import { fileSymbols } from '../../../runtime/symbols/file-symbols.js';
import { elfProgram } from '../../fixtures/elf-program.js';

const functions = [
  [0x40_1000, 16, 'main'],
  [0x40_1040, 8, 'helper'],
] as const;

t.test('a byte of the file belongs to the function that it is loaded as', async (t) => {
  for (const table of [2, 11]) {
    const find = fileSymbols(elfProgram(functions, table));
    t.same(find(4096 + 3), { name: 'main', offset: 3 });
    t.same(find(4096 + 0x41), { name: 'helper', offset: 1 });
    t.equal(find(4096 + 0x20), undefined);
    t.equal(find(16), undefined, 'what is not loaded is no code');
  }
});

t.test('what is no program has no functions', async (t) => {
  t.equal(fileSymbols(new Uint8Array(5))(0), undefined);
  t.equal(fileSymbols(elfProgram(functions).slice(0, 8200))(4096), undefined);
});
