import { existsSync, readFileSync } from 'node:fs';
import t from 'tap';
import { checkOptions, makeExtras } from '../../compiler/make-extras.js';
import { outputPaths } from '../../compiler/output/output-paths.js';
import { architectureNamed } from '../../compiler/toolchain/architecture.js';
import { eccMeta } from '../fixtures/packages/make-package.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';

const other = process.arch === 's390x' ? 'x86' : 's390';

t.test('options that cannot go together are a usage error with a way out', async (t) => {
  t.equal(checkOptions({}), undefined);
  t.equal(checkOptions({ targetArchitecture: 'arm64' }), architectureNamed('arm64'));
  const cases: [Parameters<typeof checkOptions>[0], RegExp, string][] = [
    [
      { standalone: true, packageKind: 'yaml' },
      /^make a standalone file: it carries package\.json/,
      'leave out --yaml',
    ],
    [{ btfhubArchive: 'x', packageKind: 'none' }, /^make a bundle: /, 'leave out --no-generate-package-json'],
    [
      { standalone: true, targetArchitecture: other },
      /it carries this machine's Node\.js$/,
      `run tsecc --standalone on a machine of ${other}`,
    ],
  ];
  for (const [options, message, cure] of cases)
    t.throws(() => checkOptions(options), { code: 'usage', message, cure });
});

t.test('nothing is made where nothing is wanted', async (t) => {
  const made = await makeExtras(outputPaths('.', 'a', 'json'), eccMeta, Buffer.of(), { env: {} });
  t.same(made, { files: [], diagnostics: [] });
});

t.test('a bundle is for the machine that was asked for, and its stage is told', async (t) => {
  const dir = t.testdir({ archive: { d: { v: { s390x: { '5.4.btf': 'types' } } } } });
  const bpftool = fakeProgram(`${dir}/bpftool`, 'cat "$3" "$5" > "$4"');
  const stages: string[] = [];
  const { files } = await makeExtras(
    outputPaths('out', 'a', 'json', { bundle: true }),
    eccMeta,
    Buffer.from('object'),
    {
      env: { BPFTOOL: bpftool, SOURCE_DATE_EPOCH: '86400' },
      btfhubArchive: `${dir}/archive`,
      targetArchitecture: 's390',
      onStage: (line) => stages.push(line),
    },
  );
  t.same(stages, ['Packing minimal BTF of kernels into out/a.tar...']);
  t.match(files, [{ path: 'out/a.tar' }]);
  const text = Buffer.from(files[0]?.content ?? '').toString('latin1');
  t.ok(/btfhub-archive\/d\/v\/s390x\/5\.4\.btf\0[^]*typesobject/.test(text));
  // mtime of a ustar header, in octal: a day after 1970.
  t.ok(text.includes('0000250600 '));
  t.notOk(existsSync('out'), 'nothing is written yet');
  t.ok(readFileSync(`${dir}/archive/d/v/s390x/5.4.btf`, 'utf8') === 'types', 'the archive stays as it is');
});
