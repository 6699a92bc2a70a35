import { readFileSync, rmSync, statSync } from 'node:fs';
import t from 'tap';
import { dumpHeader } from '../../../compiler/toolchain/dump-header.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const limits = { milliseconds: 60_000, bytes: 1_000_000 };
const whole = "printf '#ifndef __VMLINUX_H__\\nstruct s;\\n#endif /* __VMLINUX_H__ */\\n'";

t.test('what bpftool prints is in the file', async (t) => {
  const dir = t.testdir({});
  await dumpHeader(fakeProgram(`${dir}/bpftool`, whole), 'btf', `${dir}/h`, {});
  t.equal(readFileSync(`${dir}/h`, 'utf8'), '#ifndef __VMLINUX_H__\nstruct s;\n#endif /* __VMLINUX_H__ */\n');
});

const broken: Readonly<Record<string, readonly [script: string, reason: string]>> = {
  'one that fails is quoted': ['echo a >&2; echo "no BTF" >&2; exit 1', 'no BTF'],
  'one that fails and floods is quoted in short': [
    'head -c 5000 /dev/zero | tr "\\0" x >&2; exit 1',
    'x'.repeat(200),
  ],
  'one that a signal ends is named with it': ['kill -SEGV $$', 'SIGSEGV ended it'],
  'garbage is no header': ['head -c 5000 /dev/urandom', 'bpftool printed no header'],
  'half a header is none': [`${whole} | head -n 2`, 'bpftool printed no header'],
  'nothing is none': ['true', 'bpftool printed no header'],
  'one that prints without end is ended': ['exec yes', 'it does not stop printing'],
};

for (const [name, [script, reason]] of Object.entries(broken)) {
  t.test(name, async (t) => {
    const dir = t.testdir({});
    await t.rejects(dumpHeader(fakeProgram(`${dir}/bpftool`, script), 'btf', `${dir}/h`, {}, limits), {
      code: 'tool-missing',
      message: `make vmlinux.h: bpftool cannot dump the types of 'btf': ${reason}`,
      cure: /--vmlinux FILE/,
    });
  });
}

t.test('one that hangs is ended', async (t) => {
  const dir = t.testdir({});
  const bpftool = fakeProgram(`${dir}/bpftool`, 'exec sleep 1000');
  await t.rejects(dumpHeader(bpftool, 'btf', `${dir}/h`, {}, { ...limits, milliseconds: 300 }), {
    code: 'tool-missing',
    message: /: it did not end within 0\.3 s$/,
  });
});

t.test('whoever wants it no more is told nothing of a fault', async (t) => {
  const dir = t.testdir({});
  const bpftool = fakeProgram(`${dir}/bpftool`, 'exec sleep 1000');
  const stop = new AbortController();
  const dumping = dumpHeader(bpftool, 'btf', `${dir}/h`, { signal: stop.signal });
  stop.abort();
  await t.rejects(dumping, { name: 'AbortError' });
  t.equal(statSync(`${dir}/h`).size, 0);
  rmSync(`${dir}/h`);
  await t.rejects(dumpHeader(bpftool, 'btf', `${dir}/h`, { signal: stop.signal }), { name: 'AbortError' });
  t.throws(() => statSync(`${dir}/h`), 'one that was not begun leaves no file');
});
