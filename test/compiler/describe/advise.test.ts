import t from 'tap';
import { advise } from '../../../compiler/describe/advise.js';
import type { BpfObject } from '../../../core/object/types.js';

const object = (license: string | undefined): BpfObject => ({
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
  license,
  programs: [],
  maps: [],
  dataSections: [],
});

t.test('a program without a license is warned of, and told what to add', async (t) => {
  t.match(advise(object(undefined)), [
    { severity: 'warning', text: /states no license/, cure: /SEC\("license"\)/ },
  ]);
  t.same(advise(object('GPL')), []);
});
