import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  acceleratorsToTry,
  forgetBrokenKvm,
  isKvmBroken,
  rememberBrokenKvm,
} from '../../../../runtime/lab/machine/accelerator.js';

t.test('KVM is tried where its device opens', async (t) => {
  const directory = t.testdir({ kvm: '' });
  const memory = join(directory, 'memory');
  t.same(acceleratorsToTry(memory, join(directory, 'kvm')), ['kvm', 'tcg']);
  t.same(acceleratorsToTry(memory, join(directory, 'absent')), ['tcg']);
});

t.test('KVM that broke is not tried again, until it is forgotten', async (t) => {
  const directory = t.testdir({ kvm: '' });
  const memory = join(directory, 'deep', 'memory');
  rememberBrokenKvm(memory);
  t.same(acceleratorsToTry(memory, join(directory, 'kvm')), ['tcg']);
  forgetBrokenKvm(memory);
  t.same(acceleratorsToTry(memory, join(directory, 'kvm')), ['kvm', 'tcg']);
});

t.test('with another host kernel it is worth a try again', async (t) => {
  const memory = join(t.testdir(), 'memory');
  rememberBrokenKvm(memory, '6.1');
  t.ok(isKvmBroken(memory, '6.1'));
  t.notOk(isKvmBroken(memory, '6.2'));
  writeFileSync(memory, 'garbage');
  t.notOk(isKvmBroken(memory, '6.1'));
});
