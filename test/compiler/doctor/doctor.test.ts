import t from 'tap';
import { doctor } from '../../../compiler/doctor/doctor.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

t.test('where the toolchain is, sources can be compiled', async (t) => {
  const io = memoryIo({ ...process.env, LANG: 'C', LC_ALL: '' });
  t.equal(await doctor([], io), 0, io.output());
  t.match(io.output(), /^Programs\n {2}ok {7}Node\.js: v\d/);
  t.match(io.output(), /\n\ntsecc can compile here\n$/);
});

t.test('a tool that is missing is told, to people and to programs', async (t) => {
  const env = { ...process.env, CLANG: '/no/such/clang', LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const people = memoryIo(env);
  t.equal(await doctor([], people), 9);
  t.match(people.output(), /缺少 {2}clang: .*\/no\/such\/clang/);
  const programs = memoryIo(env);
  t.equal(await doctor(['--json', '--lang', 'en'], programs), 9);
  const { checks } = JSON.parse(programs.output()) as { readonly checks: readonly { readonly id: string }[] };
  t.match(
    checks.find(({ id }) => id === 'clang'),
    { group: 'programs', state: 'missing', title: 'clang', cure: /leave it out/ },
  );
});

t.test('the help, and what makes no sense', async (t) => {
  const io = memoryIo({ LANG: 'C' });
  t.equal(await doctor(['--help'], io), 0);
  t.match(io.output(), /^Usage: tsecc doctor/);
  await t.rejects(doctor(['x'], io), { code: 'usage' });
});
