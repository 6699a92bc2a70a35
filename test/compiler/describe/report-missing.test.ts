import t from 'tap';
import { reportMissing } from '../../../compiler/describe/report-missing.js';
import { resolveTypes } from '../../../compiler/describe/resolve-types.js';
import { findKept, ringBuffer } from '../../fixtures/annotations/find-kept.js';
import { inEnglish } from '../../fixtures/in-english.js';

async function missing(directory: string, files: Readonly<Record<string, string>>) {
  const { facts, kept, btf } = await findKept(directory, files);
  return reportMissing(facts, resolveTypes(btf, kept), btf);
}

t.test('a type that @event misspells is an error with the nearest one', async (t) => {
  const found = await missing(t.testdir(), {
    'a.bpf.c': `struct event { int x; };\n/// @event struct evnet\n${ringBuffer('rb')}`,
  });
  t.match(inEnglish(found), [
    {
      severity: 'error',
      text: '@event struct evnet: the source defines no such type',
      location: { lineText: /rb SEC/ },
      cure: 'did you mean event?',
    },
  ]);
});

t.test("a header's struct that the source does not define is a warning at its place", async (t) => {
  const found = await missing(t.testdir(), {
    'a.bpf.c': '#include "a.h"\n',
    'a.h': 'struct here { int x; };\n#ifdef NEVER\nstruct gone { int x; };\n#endif\n',
  });
  t.match(inEnglish(found), [
    {
      severity: 'warning',
      text: 'struct gone is not exported: the source does not define it',
      location: { file: /a\.h$/, line: 3 },
    },
  ]);
});

t.test('a format that is neither a format nor an enum is a warning', async (t) => {
  const found = await missing(t.testdir(), {
    'a.bpf.c': 'enum kind { A };\nstruct a {\n\tint x; ///< @format ipv5\n\tint y; ///< @format kind\n};\n',
  });
  t.match(inEnglish(found), [
    {
      severity: 'warning',
      text: '@format ipv5: neither a format nor an enum that the source defines',
      location: { line: 8 },
      cure: 'did you mean ipv4?',
    },
  ]);
  t.equal(found.length, 1);
});

t.test('a type that only one function sees is a note at the buffer', async (t) => {
  const found = await missing(t.testdir(), {
    'a.bpf.c': `${ringBuffer('rb')}struct a { int x; };
SEC("xdp") int f(void *c) { struct local { int x; } l = {1}; bpf_ringbuf_output(&rb, &l, sizeof(l), 0); return 0; }
`,
  });
  t.match(found, [{ severity: 'note', text: /struct local is not defined at the top/ }]);
});
