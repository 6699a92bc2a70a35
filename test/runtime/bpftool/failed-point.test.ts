import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { BpftoolError } from '../../../runtime/bpftool/bpftool.js';
import { failedPoint } from '../../../runtime/bpftool/failed-point.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';

const points = [loadedProgram('kprobe', 'a', 'one'), loadedProgram('fentry', 'b', 'two')];
const failure = (stderr: string): TseccError =>
  new TseccError('unforeseen', 'load package', { cause: new BpftoolError([], 255, stderr) });

t.test('the program that libbpf complains of is the one that failed', async (t) => {
  for (const said of [
    "libbpf: prog 'two': BPF program load failed: Invalid argument\n",
    "libbpf: prog 'two': failed to find kernel BTF type ID of 'b': -3\n",
    "Warning: old\nlibbpf: prog 'two': -- BEGIN PROG LOAD LOG --\nR1\n",
    "libbpf: prog 'two': relo #0: insn #2 (LDIMM64) has unexpected form\n",
    "Error: failed to guess program type from ELF section 'fentry/b'\n",
  ]) {
    t.equal(failedPoint(failure(said), points)?.program, 'two', said);
  }
});

t.test('a failure of the whole, of a program that is not attached, or of another kind is none', async (t) => {
  t.equal(failedPoint(failure('libbpf: kernel BTF is missing\n'), points), undefined);
  t.equal(failedPoint(failure("libbpf: prog 'three': failed to load: -22\n"), points), undefined);
  t.equal(failedPoint(new TseccError('usage', 'no'), points), undefined);
  t.equal(failedPoint('text', points), undefined);
});
