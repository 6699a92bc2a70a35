import t from 'tap';
import { doctor } from '../../../runtime/doctor/doctor.js';
import { doctorHelp } from '../../../runtime/doctor/help.js';
import { noRights, wellKernel } from '../../fixtures/kernel/doctor-context.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { packagePath } from '../../fixtures/kernel/packages.js';

const nowhere = { PATH: '/nowhere', LANG: 'C' };

async function run(argv: readonly string[], kernel = wellKernel(), env: Record<string, string> = nowhere) {
  const io = memoryIo(env);
  return { code: await doctor(argv, io, { kernel }, String), text: io.output() };
}

t.test('people get a table and a closing line', async (t) => {
  const { text } = await run([]);
  t.match(text, /^Kernel\n {2}ok {7}Linux: 6\.12\.1-test\n/);
  t.match(text, /\nKinds of programs\n/);
  t.match(text, /\n\ntsecli (?:can|cannot) .*\n$/);
});

t.test('programs get one document', async (t) => {
  const { text } = await run(['--json', packagePath('kprobe')]);
  const { checks } = JSON.parse(text) as { readonly checks: readonly { readonly id: string }[] };
  t.ok(checks.some(({ id }) => id.startsWith('program:')));
});

t.test('without tool, right and lab the exit code tells which', async (t) => {
  const lab = { ...nowhere, TSECC_LAB: '1' };
  const { code } = await run([], wellKernel({ files: noRights }), lab);
  t.ok([3, 9].includes(code), String(code));
});

t.test('the help, and what makes no sense', async (t) => {
  t.same(await run(['--help']), { code: 0, text: String(doctorHelp) });
  await t.rejects(run(['--lang', 'xx']), { code: 'usage' });
  await t.rejects(run(['no-such.json']), { code: /usage|package-invalid/ });
});
