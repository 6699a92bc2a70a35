import t from 'tap';
import { lackingKind, lackInLab } from '../../../../tutorials/runner/places/lack-in-lab.js';

const told = JSON.stringify({
  checks: [
    { id: 'kind:kprobe', state: 'ok', detail: null },
    { id: 'kind:lsm', state: 'missing', detail: 'without the security module bpf' },
    { id: 'kind:xdp', state: 'limited', detail: 'slow' },
  ],
});

t.test('a kind that the guest’s doctor could not load is what lacks', async (t) => {
  t.equal(lackingKind(told, { kinds: ['kprobe', 'xdp'] }), undefined);
  t.equal(String(lackingKind(told, { kinds: ['kprobe', 'lsm'] })), 'lsm: without the security module bpf');
  for (const text of ['', '{}', '{"checks":[null]}', 'null'])
    t.equal(lackingKind(text, { kinds: ['lsm'] }), undefined);
});

t.test('the guest is asked in the learner’s language', async (t) => {
  const commands: string[] = [];
  const lab = {
    kernelRelease: '5.10.0',
    exec: (command: string) => {
      commands.push(command);
      return Promise.resolve({ code: 0, stdout: told, stderr: '' });
    },
  };
  t.match(String(await lackInLab(lab, { kinds: ['kprobe'], linux: '5.17' }, 'zh')), /5\.17/);
  t.same(commands, ['tsecli doctor --json --lang=zh']);
});
