import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { plainTypeName, typeName } from '../../../core/btf/type-name.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { buildBtf, rawInt, type RawType } from '../../fixtures/objects/build-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

/** The variables and functions of types.bpf.c, and how C spells their types. */
const spellings = {
  everything: 'struct everything',
  setting: 'const volatile int',
  text: 'const char *',
  fixed_pointer: 'char *const',
  list: 'const char *const *',
  grid: 'char[2][3]',
  to_array: 'int (*)[4]',
  table: 'int (*[5])(char)',
  returns_function: 'void (*(*)(int))(void)',
  typedefed: 'callback',
  tagged_pointer: 'int *',
  anonymous: 'struct {...}',
  anonymous_enum: 'enum {...}',
  restricted: 'int *restrict',
  program: 'int program(void *)',
  helper: 'int helper(struct point *)',
};

t.test('spells types as C does', async (t) => {
  t.plan(Object.keys(spellings).length);
  const section = readElf(objectBytes('types')).sections.find(({ name }) => name === '.BTF');
  const btf = readBtf(section?.data ?? new Uint8Array(0));
  for (const [name, spelling] of Object.entries(spellings)) {
    const type = btf.types.find(
      (each) => (each.kind === 'var' || each.kind === 'func') && each.name === name,
    );
    t.equal(typeName(btf, type?.id ?? -1), spelling, name);
  }
});

const name = (id: number, ...types: RawType[]) => typeName(readBtf(buildBtf([rawInt, ...types])), id);

t.test('spells what stands in no variable', async (t) => {
  t.equal(name(0), 'void');
  t.equal(name(2, { kind: 'ptr', size: 0 }), 'void *');
  t.equal(name(2, { kind: 'fwd', name: 'later', flag: true }), 'union later');
  t.equal(name(2, { kind: 'union', name: 'u' }), 'union u');
  t.equal(name(2, { kind: 'enum64', name: 'e', size: 8 }), 'enum e');
  t.equal(name(2, { kind: 'float', name: 'double', size: 8 }), 'double');
  t.equal(name(2, { kind: 'datasec', name: '.bss' }), '.bss');
  t.equal(name(2, { kind: 'decl_tag', name: 'tag', size: 1, words: [-1] }), 'int');
  t.equal(name(2, { kind: 'func_proto', size: 1, count: 2, words: ['x', 1, '', 0] }), 'int (int, ...)');
  t.equal(name(2, { kind: 'func_proto', size: 0, count: 1, words: ['', 1] }), 'void (int)');
});

t.test('spells types without qualifiers', async (t) => {
  const section = readElf(objectBytes('types')).sections.find(({ name }) => name === '.BTF');
  const btf = readBtf(section?.data ?? new Uint8Array(0));
  const plain = {
    setting: 'int',
    text: 'char *',
    fixed_pointer: 'char *',
    list: 'char **',
    restricted: 'int *',
  };
  for (const [variable, spelling] of Object.entries(plain)) {
    const type = btf.types.find((each) => each.kind === 'var' && each.name === variable);
    t.equal(plainTypeName(btf, type?.id ?? -1), spelling, variable);
  }
});

t.test('puts qualifiers where they belong', async (t) => {
  const array: RawType = { kind: 'array', words: [1, 1, 4] };
  t.equal(name(3, array, { kind: 'const', size: 2 }), 'const int[4]');
  t.equal(name(4, array, { kind: 'const', size: 2 }, { kind: 'ptr', size: 3 }), 'const int (*)[4]');
  const pointer: RawType = { kind: 'ptr', size: 1 };
  t.equal(name(4, pointer, { kind: 'const', size: 2 }, { kind: 'array', words: [3, 1, 2] }), 'int *const[2]');
  t.equal(name(4, pointer, { kind: 'volatile', size: 2 }, { kind: 'const', size: 3 }), 'int *const volatile');
});

t.test('ends in circles', async (t) => {
  const message = /^name type 2: its types lie one in another without end$/;
  t.throws(() => name(2, { kind: 'ptr', size: 2 }), { name: 'BtfError', message });
  t.throws(() => name(2, { kind: 'const', size: 3 }, { kind: 'volatile', size: 2 }), { message });
  t.equal(name(2, { kind: 'typedef', name: 'x', size: 2 }), 'x', 'a typedef has its name, whatever it is of');
  t.throws(() => name(2, { kind: 'array', words: [2, 1, 1] }), { message });
});

t.test('ends where parameters have parameters without end', async (t) => {
  // Each prototype has two parameters of the one before: 2^30 of them in all.
  const types = Array.from({ length: 30 }, (_, index): RawType => {
    return { kind: 'func_proto', size: 1, count: 2, words: ['', 1 + index, '', 1 + index] };
  });
  t.throws(() => name(31, ...types), { name: 'BtfError', message: /without end/ });
});

t.test('refuses names that no kernel takes', async (t) => {
  t.throws(() => name(2, { kind: 'struct', name: 'x'.repeat(513) }), {
    message: /type 2 has a name of 513 characters/,
  });
});
