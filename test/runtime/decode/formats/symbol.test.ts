import t from 'tap';
import { formatSymbol } from '../../../../runtime/decode/formats/symbol.js';
import { decoderFor } from '../../../../runtime/decode/decoder.js';
import { eventType } from '../../../../runtime/decode/event-type.js';
import { shapeOf } from '../../../../core/record/shape-of.js';
import { readBtf } from '../../../../core/btf/read-btf.js';
import { sourceOf } from '../../../../runtime/decode/source.js';
import type { SymbolResolver } from '../../../../runtime/decode/types.js';
import { buildBtf, rawInt } from '../../../fixtures/objects/build-btf.js';
import { pointer } from '../../../fixtures/shapes.js';

const symbols: SymbolResolver = {
  kernel: (address) => (address === 0x10n ? 'vfs_read+0x0' : undefined),
  user: (address, processId) => `${processId}:${address}`,
};
const ksym = { kind: 'formatted', size: 8, format: 'ksym', inner: pointer, processId: undefined } as const;
const source = sourceOf(new Uint8Array([0x10, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0]));

t.test('names addresses, and shows those without a name', async (t) => {
  const read = (resolver: SymbolResolver | undefined, at = 0) =>
    formatSymbol(ksym, () => null, { littleEndian: true, symbols: resolver })(source, at);
  t.equal(read(symbols), 'vfs_read+0x0');
  t.equal(read(undefined), '0x10');
  t.equal(read(symbols, 1), '0x700000000000000');
});

t.test('asks no one for the name of 0', async (t) => {
  const read = formatSymbol(ksym, () => null, {
    littleEndian: true,
    symbols: { ...symbols, kernel: () => 'never' },
  });
  t.equal(read(sourceOf(new Uint8Array(8)), 0), '0x0');
});

t.test('finds the process that a user address belongs to', async (t) => {
  const btf = readBtf(
    buildBtf([
      rawInt,
      { kind: 'ptr', size: 0 },
      { kind: 'struct', name: 's', size: 16, count: 2, words: ['ip', 2, 0, 'pid', 1, 64] },
    ]),
  );
  const type = eventType('struct s', true, shapeOf(btf, 3, new Map([['ip', 'usym']])));
  const bytes = new Uint8Array([...source.bytes, 0, 0, 0, 0]);
  t.same(decoderFor(type, symbols)(sourceOf(bytes), 0, 16), { ip: '7:16', pid: 7 });
});
