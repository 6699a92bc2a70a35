import t from 'tap';
import { mapLayout } from '../../../runtime/readers/map-layout.js';
import { mapOf, sourceContext } from '../../fixtures/kernel/source-context.js';

const layoutOf = (name: string) => mapLayout(sourceContext(), mapOf(name), () => 3);

t.test('a hash map has one value for each key', async (t) => {
  t.match(layoutOf('hists'), {
    name: 'hists',
    key: { name: 'struct small' },
    value: { name: 'struct hist' },
    cpus: 1,
    stride: 24,
    isArray: false,
    maxEntries: 64,
  });
});

t.test('a per-CPU map has one for each processor, in steps of eight bytes', async (t) => {
  t.match(layoutOf('counts'), { cpus: 3, stride: 8, isArray: true, maxEntries: 4 });
});

t.test('keys and values without types are bytes', async (t) => {
  t.match(layoutOf('shared'), { key: { name: 'bytes', shape: { size: 3 } }, value: { shape: { size: 5 } } });
});

t.test('a map without entries cannot be sampled', async (t) => {
  t.throws(() => layoutOf('queue'), {
    code: 'package-invalid',
    message: /maps of type 22 cannot be sampled/,
  });
});
