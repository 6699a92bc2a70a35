import t from 'tap';
import { BpftoolError } from '../../../runtime/bpftool/bpftool.js';
import {
  explainMissingKind,
  explainUnknownSection,
  unknownSection,
} from '../../../runtime/bpftool/unknown-section.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const said = (section: string): string =>
  `libbpf: failed to guess program type from ELF section '${section}'\n`;
const failure = (stderr: string): BpftoolError => new BpftoolError(['prog', 'loadall'], 255, stderr);

t.test('the section is read from what bpftool or libbpf says', async (t) => {
  t.equal(unknownSection(said('uprobe.multi/a:b')), 'uprobe.multi/a:b');
  t.equal(
    unknownSection("libbpf: prog 'p': missing BPF prog type, check ELF section name 'kprobe.session/f'"),
    'kprobe.session/f',
  );
  t.equal(unknownSection('libbpf: something else'), undefined);
});

t.test('a kernel that is too old is named before a bpftool that is', async (t) => {
  const program = loadedProgram('kprobe.session', 'do_unlinkat');
  const explain = (release: string) =>
    explainUnknownSection(failure(said(program.section)), contextOf(new FakeKernel({ release }), program));
  t.match(explain('6.1.0-test'), {
    code: 'kernel-cannot',
    message: "load 'prog': kernel 6.1.0-test has no kprobe.session programs (Linux 6.10)",
  });
  for (const release of ['6.10.1', '6.12.0', '7.0.0']) {
    t.match(explain(release), {
      code: 'tool-missing',
      message: "load 'prog': the installed bpftool does not know the section kprobe.session/do_unlinkat",
    });
  }
});

t.test('other failures, and other programs, are left to others', async (t) => {
  const context = contextOf(new FakeKernel(), loadedProgram('kprobe', 'do_unlinkat'));
  t.equal(explainUnknownSection(failure('libbpf: something else'), context), undefined);
  t.equal(explainUnknownSection(failure(said('kprobe.session/x')), context), undefined);
});

t.test('a section that came after its kind, and a hook that came after its, are told as well', async (t) => {
  const explain = (
    section: [kind: 'cgroup' | 'lsm_cgroup', target: string],
    release: string,
    stderr: string,
  ) => {
    const context = contextOf(new FakeKernel({ release }), loadedProgram(...section));
    return (explainUnknownSection(failure(stderr), context) ?? explainMissingKind(failure(stderr), context))
      ?.message;
  };
  const unix = said('cgroup/connect_unix');
  t.match(
    explain(['cgroup', 'connect_unix'], '5.10.0', unix),
    /has no cgroup\/connect_unix programs \(Linux 6\.7\)$/,
  );
  t.match(explain(['cgroup', 'connect_unix'], '6.7.0', unix), /bpftool does not know the section/);
  const refused = "libbpf: prog 'prog': BPF program load failed: Invalid argument\n";
  t.match(
    explain(['lsm_cgroup', 'socket_bind'], '5.10.0', refused),
    /has no lsm_cgroup programs \(Linux 6\.0\)$/,
  );
});

t.test('a kind that came after the kernel is told from any other refusal', async (t) => {
  const program = { ...loadedProgram('syscall', ''), section: 'syscall' };
  const refused = failure("libbpf: prog 'prog': BPF program load failed: Invalid argument\n");
  const explain = (release: string) =>
    explainMissingKind(refused, contextOf(new FakeKernel({ release }), program));
  t.match(explain('5.10.0'), {
    code: 'kernel-cannot',
    message: /5\.10\.0 has no syscall programs \(Linux 5\.14\)$/,
  });
  t.equal(explain('5.14.0'), undefined);
  t.equal(explainMissingKind(refused, contextOf(new FakeKernel(), loadedProgram('kprobe', 'x'))), undefined);
});
