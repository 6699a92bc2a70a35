import t from 'tap';
import { BpftoolError, type Bpftool } from '../../../runtime/bpftool/bpftool.js';
import { checkPrograms } from '../../../runtime/check/check-programs.js';
import { readObject } from '../../../core/object/read-object.js';
import { failingBpftool, fakeBpftool } from '../../fixtures/kernel/fake-bpftool.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { openFixture } from '../../fixtures/kernel/packages.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { keptLogs } from '../../fixtures/verifier/refused.js';

const log = keptLogs('6.12').get('null-map-value') ?? '';
const refusalOf = (program: string): string => log.replaceAll("prog 'handle'", `prog '${program}'`);

/** Six programs, two of them in one section; one is not loaded by itself. */
const several = { ...openFixture('tracepoint'), object: objectBytes('choice') };
const names = readObject(several.object).programs.map(({ name }) => name);

/** A bpftool whose kernel refuses these; it says so of the first that the object still has. */
function refusing(kernel: FakeKernel, refused: readonly string[]): { bpftool: Bpftool; loads: () => number } {
  let loads = 0;
  const taking = fakeBpftool(kernel, ...names);
  const bpftool: Bpftool = async (args, options) => {
    if (args[0] === 'version') return taking(args, options);
    const name = refused[loads++];
    if (name === undefined) return taking(args, options);
    throw new BpftoolError(args, 255, refusalOf(name));
  };
  return { bpftool, loads: () => loads };
}

t.test('what the kernel takes is ok, and nothing is left', async (t) => {
  const kernel = new FakeKernel();
  const bpftool = fakeBpftool(kernel, 'on_unlinkat');
  t.same(await checkPrograms(openFixture('tracepoint'), { kernel, bpftool }), [
    {
      program: 'on_unlinkat',
      section: 'tracepoint/syscalls/sys_enter_unlinkat',
      verdict: 'ok',
      instructions: undefined,
    },
  ]);
  t.same(kernel.openDescriptors, []);
});

t.test('the only program refused is a verdict', async (t) => {
  const kernel = new FakeKernel();
  const bpftool = failingBpftool(refusalOf('on_unlinkat'));
  t.match(await checkPrograms(openFixture('tracepoint'), { kernel, bpftool }), [
    { verdict: 'refused', error: { code: 'verifier-refused', explanation: { kind: 'null-map-value' } } },
  ]);
});

t.test('a refused program is left out, and the others are asked about again', async (t) => {
  const kernel = new FakeKernel();
  const { bpftool, loads } = refusing(kernel, ['probe']);
  const verdicts = await checkPrograms(several, { kernel, bpftool });
  t.match(
    verdicts.find(({ program }) => program === 'probe'),
    { verdict: 'refused' },
  );
  t.ok(verdicts.filter(({ verdict }) => verdict === 'ok').length >= 3);
  t.equal(loads(), 2);
});

t.test('where one cannot be left out of its section, the others stay unchecked', async (t) => {
  const kernel = new FakeKernel();
  const { bpftool } = refusing(kernel, ['one_of_two', 'one_of_two']);
  const verdicts = await checkPrograms(several, { kernel, bpftool });
  t.same([...new Set(verdicts.map(({ verdict }) => verdict))].toSorted(), ['refused', 'unchecked']);
  t.match(
    verdicts.find(({ program }) => program === 'two_of_two'),
    { verdict: 'unchecked' },
  );
});

t.test('what is not the fault of one program is thrown', async (t) => {
  const kernel = new FakeKernel();
  const bpftool = failingBpftool('libbpf: odd\n');
  await t.rejects(checkPrograms(openFixture('tracepoint'), { kernel, bpftool }), { code: 'unforeseen' });
});
