import t from 'tap';
import { attachToSockmap } from '../../../runtime/attach/sockmap.js';
import type { AttachContext, LoadedProgram } from '../../../runtime/attach/types.js';
import { readObject } from '../../../core/object/read-object.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const object = readObject(objectBytes('network'));
const programOf = (name: string, section = 'sk_msg'): LoadedProgram => ({
  ...loadedProgram(section === 'sk_msg' ? 'sk_msg' : 'sk_skb', '', name),
  section,
});

/** The maps of the object with descriptors from 20 on, or those that are named. */
function contextWith(kernel: FakeKernel, names?: readonly string[]): AttachContext {
  const descriptors: Readonly<Record<string, number>> = { first: 20, second: 21, counts: 22 };
  const maps = object.maps.map((definition) => {
    return { name: definition.name, fd: descriptors[definition.name] ?? -1, definition };
  });
  return { ...contextOf(kernel), object, maps: maps.filter(({ name }) => names?.includes(name) ?? true) };
}

t.test('the only map of sockets is the one, whatever the program names', async (t) => {
  for (const [section, type] of [
    ['sk_msg', 7],
    ['sk_skb', 38],
    ['sk_skb/stream_parser', 4],
    ['sk_skb/stream_verdict', 5],
  ] as const) {
    const kernel = new FakeKernel();
    const link = attachToSockmap(programOf('passes', section), contextWith(kernel, ['first', 'counts']));
    link[Symbol.dispose]();
    link[Symbol.dispose]();
    t.same(kernel.log, [`prog_attach 5 to 20 type ${type}`, `prog_detach 5 to 20 type ${type}`]);
  }
});

t.test('of several maps the one that the program names is taken', async (t) => {
  const kernel = new FakeKernel();
  attachToSockmap(programOf('redirects'), contextWith(kernel));
  t.same(kernel.log, ['prog_attach 5 to 21 type 7']);
  t.throws(() => attachToSockmap(programOf('passes'), contextWith(kernel)), {
    code: 'package-invalid',
    message: /several maps of sockets \(second, first\), and the program names none of them/,
  });
});

t.test('a package without a map of sockets is told what is missing', async (t) => {
  t.throws(() => attachToSockmap(programOf('passes'), contextWith(new FakeKernel(), ['counts'])), {
    code: 'package-invalid',
    cure: /BPF_MAP_TYPE_SOCKMAP/,
  });
});

t.test('before Linux 5.13 a verdict is a stream verdict', async (t) => {
  const kernel = new FakeKernel();
  kernel.failNext('bpf prog_attach', 22);
  const link = attachToSockmap(programOf('passes', 'sk_skb'), contextWith(kernel, ['first']));
  link[Symbol.dispose]();
  t.same(kernel.log, ['prog_attach 5 to 20 type 5', 'prog_detach 5 to 20 type 5']);
});

t.test('each refusal is explained', async (t) => {
  for (const [errno, expected] of [
    [16, { code: 'attach-failed', message: /at map 'first': a program that excludes/ }],
    [95, { code: 'kernel-cannot', message: /CONFIG_BPF_STREAM_PARSER/ }],
    [1, { code: 'not-permitted' }],
  ] as const) {
    const kernel = new FakeKernel();
    kernel.fail('bpf prog_attach', errno);
    t.throws(() => attachToSockmap(programOf('passes'), contextWith(kernel, ['first'])), expected);
  }
});

t.test('a program that somebody has replaced there is detached already', async (t) => {
  const kernel = new FakeKernel();
  const link = attachToSockmap(programOf('passes'), contextWith(kernel, ['first']));
  kernel.fail('bpf prog_detach', 2);
  t.doesNotThrow(() => link[Symbol.dispose]());
});
