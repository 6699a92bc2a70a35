import t from 'tap';
import { attachToEach, goneMeanings } from '../../../runtime/attach/at-interfaces.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('each is attached, or none', async (t) => {
  const log: string[] = [];
  const attach = (name: string): Disposable => {
    if (name === 'bad') throw new Error('refused');
    log.push(`+${name}`);
    return { [Symbol.dispose]: () => void log.push(`-${name}`) };
  };
  t.equal((await attachToEach(['a', 'b'], attach)).length, 2);
  await t.rejects(attachToEach(['c', 'd', 'bad', 'e'], attach), { message: 'refused' });
  t.same(log, ['+a', '+b', '+c', '+d', '-d', '-c']);
});

t.test('a refusal means that the interface is gone when it is', async (t) => {
  const kernel = new FakeKernel();
  const eth0 = { index: 2, name: 'eth0' };
  const refused = (errno: number) => goneMeanings(kernel, eth0, new SystemCallError('bpf', errno));
  t.same(refused(22), {}, 'it is there');
  kernel.route.interfaces.pop();
  t.match(inEnglish(refused(22)), { 22: { reason: 'the interface is gone' } });
  t.match(inEnglish(refused(19)), { 19: { reason: 'the interface is gone' } });
  t.same(refused(16), {});
});
