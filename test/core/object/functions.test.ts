import t from 'tap';
import { readElf } from '../../../core/elf/read-elf.js';
import { codeSections, isProgram, listFunctions } from '../../../core/object/functions.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const elf = readElf(objectBytes('subprograms'));

t.test('finds the executable sections', async (t) => {
  t.strictSame(
    codeSections(elf).map(({ name }) => name),
    ['.text', 'tp_btf/sched_switch', 'raw_tp/sys_enter', 'fentry/own'],
  );
});

t.test('lists functions by section and offset, and tells programs from subprograms', async (t) => {
  const functions = listFunctions(elf);
  const names = (program: boolean) =>
    functions.filter((each) => isProgram(each) === program).map(({ name }) => name);
  t.strictSame(names(true), ['first', 'second', 'third', 'none', 'own']);
  t.strictSame(names(false).sort(), ['beside', 'each', 'ping', 'pong', 'print']);
  t.match(
    functions.find(({ name }) => name === 'second'),
    { offset: 24, size: 104, binding: 'global' },
  );
});

t.test('refuses a function that goes beyond its section', async (t) => {
  const symbols = elf.symbols.map((symbol) =>
    symbol.name === 'second' ? { ...symbol, size: 1000 } : symbol,
  );
  t.throws(() => listFunctions({ ...elf, symbols }), {
    name: 'ElfError',
    message: /^read BPF object: function 'second' ends at 1024, its section 'tp_btf\/sched_switch' at \d+$/,
  });
});
