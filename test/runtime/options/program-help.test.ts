import t from 'tap';
import { programHelp } from '../../../runtime/options/program-help.js';

const programs = [
  { name: 'do_unlinkat', section: 'kprobe/do_unlinkat', sectionIndex: 1, offset: 0, size: 8, helpers: [] },
  { name: 'exit', section: 'kretprobe/do_unlinkat', sectionIndex: 2, offset: 0, size: 8, helpers: [] },
];

t.test('the help of a program names it and where each of its programs attaches', async (t) => {
  t.equal(
    programHelp({ bpf_skel: { obj_name: 'unlink_bpf', doc: { brief: 'Sees files go.' } } }, programs),
    `unlink_bpf: a BPF package that takes no arguments
Sees files go.

Programs:
  do_unlinkat  kprobe/do_unlinkat
  exit         kretprobe/do_unlinkat
`,
  );
});

t.test('what a stranger wrote there cannot act on the terminal', async (t) => {
  const text = programHelp({ bpf_skel: { obj_name: 'a\x1b[2Jb', doc: null } }, []);
  t.notMatch(text, '\x1b');
  t.match(text, 'a\\x1b[2Jb');
});
