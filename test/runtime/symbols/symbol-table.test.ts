import fc from 'fast-check';
import t from 'tap';
import { symbolTable, symbolText } from '../../../runtime/symbols/symbol-table.js';

function tableOf(...symbols: (readonly [start: number, size: number, name: string])[]) {
  return symbolTable({
    starts: Float64Array.from(symbols, ([start]) => start),
    sizes: Float64Array.from(symbols, ([, size]) => size),
    nameOf: (index) => symbols[index]?.[2] ?? '',
  });
}

t.test('an address belongs to the function that it lies in', async (t) => {
  const table = tableOf([200, 50, 'second'], [100, 10, 'first'], [300, 0, 'open']);
  t.same(table.find(100), { name: 'first', offset: 0 });
  t.same(table.find(109), { name: 'first', offset: 9 });
  t.equal(table.find(110), undefined);
  t.equal(table.find(99), undefined);
  t.same(table.find(249), { name: 'second', offset: 49 });
  t.same(table.find(301), { name: 'open', offset: 1 });
  t.equal(table.find(300 + (1 << 20)), undefined, 'no function is that long');
  t.equal(tableOf().find(5), undefined);
});

t.test('of several names for one place the first counts', async (t) => {
  t.same(tableOf([100, 5, 'a'], [100, 5, 'b']).find(104), { name: 'a', offset: 4 });
});

t.test('it finds what looking at each would find', async (t) => {
  const starts = fc.uniqueArray(fc.nat(500), { minLength: 1 });
  fc.assert(
    fc.property(starts, fc.nat(600), (places, address) => {
      const table = tableOf(...places.map((start) => [start, 0, String(start)] as const));
      const nearest = Math.max(-1, ...places.filter((start) => start <= address));
      const expected = nearest < 0 ? undefined : { name: String(nearest), offset: address - nearest };
      t.same(table.find(address), expected);
    }),
    { numRuns: 50 },
  );
});

t.test('frames are written as everywhere', async (t) => {
  t.equal(symbolText({ name: 'vfs_read', offset: 16 }), 'vfs_read+0x10');
});
