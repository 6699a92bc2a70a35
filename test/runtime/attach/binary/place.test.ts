import t from 'tap';
import { readPlace } from '../../../../runtime/attach/binary/place.js';
import { FakeKernel } from '../../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../../fixtures/kernel/points.js';

function read(target: string, binary?: string, parts = 1) {
  const program = loadedProgram(parts === 1 ? 'uprobe' : 'usdt', target);
  const context = contextOf(new FakeKernel(), program);
  const form = parts === 1 ? 'path:function' : 'path:provider:name';
  return readPlace(program, { ...context, options: { ...context.options, binary } }, form, parts);
}

t.test('the last colon divides the file from the place', async (t) => {
  t.same(read('/opt/target:known_add+4'), { binary: '/opt/target', place: 'known_add+4' });
  t.same(read('/opt/a:b/target:f'), { binary: '/opt/a:b/target', place: 'f' });
  t.same(read('/opt/target:known:sum', undefined, 2), { binary: '/opt/target', place: 'known:sum' });
});

t.test('--binary takes the place of the file, which the section may leave out', async (t) => {
  t.same(read('/opt/target:f', '/opt/new'), { binary: '/opt/new', place: 'f' });
  t.same(read('f', '/opt/new'), { binary: '/opt/new', place: 'f' });
  t.same(read('known:sum', '/opt/new', 2), { binary: '/opt/new', place: 'known:sum' });
});

t.test('what is missing is named, with the form that is wanted', async (t) => {
  t.throws(() => read(''), {
    code: 'attach-failed',
    message: "attach 'prog' to uprobe/: its section names no target: path:function is wanted",
    cure: /^try --attach prog=uprobe\/path:function/,
  });
  t.throws(() => read('known_add'), { message: /names no executable or library/ });
  t.throws(() => read('', '/opt/new'), { message: /names no target/ });
  t.throws(() => read('/opt/target:'), { message: /is incomplete/ });
  t.throws(() => read('known:sum', undefined, 2), {
    message: /names no executable or library: path:provider:name/,
  });
  t.throws(() => read('sum', '/opt/new', 2), { message: /is incomplete/ });
});
