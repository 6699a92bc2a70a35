import t from 'tap';
import { refuseStrangeNames } from '../../../runtime/configure/strange-names.js';
import { readObject } from '../../../core/object/read-object.js';
import type { BpfObject } from '../../../core/object/types.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

/** An object with these names and nothing else that matters here. */
function objectWith(names: { program?: string; map?: string; section?: string }): BpfObject {
  const { program = 'prog', map = 'events', section = '.rodata' } = names;
  return {
    elf: {
      bytes: new Uint8Array(),
      littleEndian: true,
      type: 1,
      machine: 247,
      sections: [],
      symbols: [],
      sectionNamesIndex: 0,
      sectionHeadersOffset: 0,
    },
    btf: undefined,
    license: 'GPL',
    programs: [
      {
        name: program,
        section: 'kprobe/x',
        sectionIndex: 1,
        offset: 0,
        size: 8,
        helpers: [],
        kernelFunctions: [],
      },
    ],
    maps: [
      {
        name: map,
        type: 1,
        keySize: 4,
        valueSize: 4,
        maxEntries: 1,
        flags: 0,
        keyTypeId: undefined,
        valueTypeId: undefined,
        pinning: 0,
      },
    ],
    dataSections: [{ name: section, sectionIndex: 2, size: 0, data: new Uint8Array(), variables: [] }],
  };
}

t.test('names as C gives them pass', async (t) => {
  t.doesNotThrow(() => refuseStrangeNames(objectWith({})));
  t.doesNotThrow(() =>
    refuseStrangeNames(objectWith({ program: '_on_2', map: 'm_1', section: '.rodata.str1.1' })),
  );
});

t.test('a name that would lead out of our directory is refused', async (t) => {
  for (const names of [
    { program: '../../evil' },
    { map: 'a/b' },
    { section: '.data/../x' },
    { program: '' },
    { map: 'a\0b' },
  ]) {
    t.throws(
      () => refuseStrangeNames(objectWith(names)),
      { code: 'package-invalid', message: /no C name/ },
      JSON.stringify(names),
    );
  }
});

t.test('the names of structs of functions are looked at, too', async (t) => {
  const object = readObject(objectBytes('network'));
  t.doesNotThrow(() => refuseStrangeNames(object));
  const types = object.btf?.types.map((type) =>
    type.kind === 'var' && type.name === 'known' ? { ...type, name: '../../evil' } : type,
  );
  const symbols = object.elf.symbols.map((symbol) =>
    symbol.name === 'known' ? { ...symbol, name: '../../evil' } : symbol,
  );
  const hostile = {
    ...object,
    elf: { ...object.elf, symbols },
    btf: object.btf && { ...object.btf, types: types ?? [] },
  };
  t.throws(() => refuseStrangeNames(hostile), { code: 'package-invalid', message: /no C name/ });
});
