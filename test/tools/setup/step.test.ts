import t from 'tap';
import { perform } from '../../../tools/setup/step.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

t.test('a step is said, then done', async (t) => {
  const host = fakeHost({ answer: () => ({ status: 0, output: 'much text' }) });
  perform({ host, root: '/', dryRun: false }, 'building', ['make', 'all']);
  t.same(host.said, ['setup: building: make all']);
  t.same(host.ran, ['make all']);
});

t.test('a dry run only says it', async (t) => {
  const host = fakeHost({});
  perform({ host, root: '/', dryRun: true }, 'building', ['make', 'all']);
  t.same(host.said, ['setup: would run (building): make all']);
  t.same(host.ran, []);
});

t.test('a failure shows the beginning and the end of the output', async (t) => {
  const output = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
  const fail = (text: string) => {
    const host = fakeHost({ answer: () => ({ status: 3, output: text }) });
    return () => perform({ host, root: '/', dryRun: false }, 'building', ['make']);
  };
  t.throws(fail('a\nb\n'), { exitCode: 9, message: 'make: ended with status 3\na\nb' });
  t.throws(fail(output), { message: /status 3\nline 0\n[^]*line 19\n…\nline 80\n[^]*line 99$/ });
});
