import t from 'tap';
import { encodeUsdtSpec, usdtSpecSize } from '../../../../runtime/attach/usdt/encode-spec.js';

t.test('arguments are laid out as usdt.bpf.h reads them', async (t) => {
  const bytes = encodeUsdtSpec([
    { size: 4, signed: true, kind: 'constant', value: -7n },
    { size: 8, signed: false, kind: 'register', register: 80 },
    { size: 1, signed: true, kind: 'memory', register: 152, offset: -16n },
  ]);
  t.equal(bytes.length, 208);
  t.equal(usdtSpecSize, 208);
  const view = new DataView(bytes.buffer);
  const argument = (index: number) => ({
    value: view.getBigInt64(index * 16, true),
    type: view.getUint32(index * 16 + 8, true),
    register: view.getInt16(index * 16 + 12, true),
    signed: view.getUint8(index * 16 + 14),
    shift: view.getUint8(index * 16 + 15),
  });
  t.strictSame(argument(0), { value: -7n, type: 0, register: 0, signed: 1, shift: 32 });
  t.strictSame(argument(1), { value: 0n, type: 1, register: 80, signed: 0, shift: 0 });
  t.strictSame(argument(2), { value: -16n, type: 2, register: 152, signed: 1, shift: 56 });
  t.equal(view.getInt16(200, true), 3, 'their count');
});
