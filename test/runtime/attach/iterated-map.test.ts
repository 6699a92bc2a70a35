import t from 'tap';
import { iteratedMap } from '../../../runtime/attach/iterated-map.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { mapDefinition } from '../../fixtures/kernel/usdt-maps.js';

const program = loadedProgram('iter', 'bpf_map_elem');

function mapOf(maps: Readonly<Record<string, number>>, of = program): string {
  const loaded = Object.entries(maps).map(([name, type], index) => ({
    ...{ name, fd: 20 + index },
    definition: type === 0 ? undefined : mapDefinition(name, type, 8),
  }));
  return iteratedMap(of, { ...contextOf(new FakeKernel(), of), maps: loaded }).name;
}

t.test('the only map that fits is gone over', async (t) => {
  t.equal(mapOf({ '.rodata': 0, events: 27, squares: 1 }), 'squares');
  t.equal(mapOf({ squares: 1, stored: 24 }, loadedProgram('iter', 'bpf_sk_storage_map')), 'stored');
  t.equal(mapOf({ squares: 1, sockets: 15 }, loadedProgram('iter', 'sockmap')), 'sockets');
});

t.test('none, and several, are told', async (t) => {
  t.throws(() => mapOf({ '.rodata': 0, events: 27 }), {
    code: 'attach-failed',
    message: "attach 'prog' to iter/bpf_map_elem: the package has no map that it could go over",
  });
  t.throws(() => mapOf({ a: 1, b: 2 }), { message: /it could go over several maps: a, b$/ });
});
