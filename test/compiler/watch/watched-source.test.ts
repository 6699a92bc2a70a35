import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { WatchedSource } from '../../../compiler/watch/watched-source.js';
import { scratchDirectory } from '../../fixtures/project.js';
import { sourceText } from '../../fixtures/sources/sources.js';

const never = new AbortController().signal;

t.test('it is stale until it is compiled, and again when what it hangs on changes', async (t) => {
  const directory = scratchDirectory(t);
  const at = (name: string) => join(directory, name);
  writeFileSync(at('a.h'), 'int from_header;\n');
  writeFileSync(at('x.bpf.c'), `#include "a.h"\n${sourceText('kernel-headers.bpf.c')}`);
  const source = new WatchedSource(at('x.bpf.c'), {});
  t.equal(source.isStale, true);
  t.same([...source.inputs].toSorted(), [at('a.h'), at('x.bpf.c')]);
  // What is as young as the compile may have changed while it ran.
  await sleep(20);
  await source.compile(never);
  t.equal(source.isStale, false);
  t.ok([...source.inputs].includes('/usr/include/bpf/bpf_helpers.h'), 'headers of the system count');

  appendFileSync(at('a.h'), 'int more;\n');
  t.equal(source.isStale, true);
  await source.compile(never);
  t.equal(source.isStale, false);

  rmSync(at('a.h'));
  t.match({ isStale: source.isStale, isTorn: source.isTorn }, { isStale: true, isTorn: true });
  await t.rejects(source.compile(never), { code: 'compile-failed' });
  t.match({ isStale: source.isStale, isTorn: source.isTorn }, { isStale: false, isTorn: false });
  t.ok([...source.inputs].includes('/usr/include/bpf/bpf_helpers.h'), 'what it hung on before still counts');
  writeFileSync(at('a.h'), '');
  t.equal(source.isStale, true, 'a header that newly appears counts');
});

t.test('a header that changes while clang runs makes it stale', async (t) => {
  const directory = scratchDirectory(t);
  const path = join(directory, 'x.bpf.c');
  writeFileSync(path, sourceText('kernel-headers.bpf.c'));
  const header = join(directory, 'late.h');
  const source = new WatchedSource(path, {
    additionalFlags: ['-include', header],
    onStage: () => writeFileSync(header, 'int late;\n'),
  });
  await source.compile(never);
  t.ok([...source.inputs].includes(header));
  t.equal(source.isStale, true);
});

t.test('files of the command line count before anything is compiled', async (t) => {
  const directory = scratchDirectory(t);
  const [path, header] = [join(directory, 'none.bpf.c'), join(directory, 'none.h')];
  const source = new WatchedSource(path, { header });
  await t.rejects(source.compile(never), { code: 'usage' });
  t.same([...source.inputs].toSorted(), [path, header]);
  writeFileSync(header, '');
  t.equal(source.isStale, true);
});
