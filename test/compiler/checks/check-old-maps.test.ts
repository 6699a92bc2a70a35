import t from 'tap';
import { checkOldMaps } from '../../../compiler/checks/check-old-maps.js';
import { checkedOf, sectionOf } from '../../fixtures/checked.js';

const symbol = (name: string, sectionIndex: number) =>
  ({ index: 1, name, value: 0, size: 20, binding: 'global', type: 'object', sectionIndex }) as const;

t.test('maps in the section of old are told of, and nothing else', async (t) => {
  const elf = {
    sections: [sectionOf('maps', new Uint8Array(20), false, 3)],
    symbols: [symbol('opens', 3), symbol('counter', 4)],
  };
  const found = checkOldMaps(checkedOf('struct bpf_map_def SEC("maps") opens = {};', { elf }));
  t.equal(found.length, 1);
  t.match(found[0], { severity: 'error', location: { line: 1, column: 20 } });
  t.match(String(found[0]?.cure), /\} opens SEC\("\.maps"\);$/);
  t.same(checkOldMaps(checkedOf('', { elf: { symbols: [symbol('counter', 4)] } })), []);
});
