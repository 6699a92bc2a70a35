import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { BpftoolError } from '../../../runtime/bpftool/bpftool.js';
import { LeftOut, refusedAtLoad } from '../../../runtime/configure/left-out.js';
import { wishesFor } from '../../fixtures/kernel/choices.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';
import { inEnglish } from '../../fixtures/in-english.js';

const point = loadedProgram('kprobe', 'first', 'probe');
const error = new TseccError('kernel-cannot', "attach 'probe': no");

t.test('a load that fails for a program which may give way is told as its refusal', async (t) => {
  const cause = new BpftoolError(
    [],
    255,
    "libbpf: prog 'probe': BPF program load failed: Invalid argument\n",
  );
  const failure = new TseccError('verifier-refused', "load 'probe': no", { cause });
  const optional = wishesFor({ probe: { optional: true } });
  t.throws(() => refusedAtLoad(optional, [point], failure), {
    name: 'ProgramRefused',
    program: 'probe',
    section: 'kprobe/first',
    stage: 'load',
    reason: failure,
  });
  t.throws(() => refusedAtLoad(wishesFor(), [point], failure), failure);
  t.throws(() => refusedAtLoad(optional, [point], error), error, 'of no program');
});

t.test('a program that can only be left out is, and told', async (t) => {
  const left = new LeftOut(wishesFor({ probe: { optional: true } }));
  left.refuse(point, error);
  t.same(inEnglish(left.notes), [{ text: "left out 'probe': attach 'probe': no", detail: false }]);
  left.requireAny([{ program: 'raw', section: 'raw_tp/x', [Symbol.dispose]: () => undefined }]);
  t.throws(() => left.requireAny([]), error);
});

t.test('one that has another way makes the run start over', async (t) => {
  for (const mark of [
    { fallback: ['kprobe/b'] },
    { alternative: 'how' },
    { optional: true, fallback: ['kprobe/b'] },
  ]) {
    const left = new LeftOut(wishesFor({ probe: mark }));
    t.throws(() => left.refuse(point, error), { name: 'ProgramRefused', stage: 'attach', reason: error });
  }
});

t.test('any other failure ends it', async (t) => {
  t.throws(() => new LeftOut(wishesFor()).refuse(point, error), error);
  const unforeseen = new Error('what?');
  t.throws(() => new LeftOut(wishesFor({}, { partial: true })).refuse(point, unforeseen), unforeseen);
});
