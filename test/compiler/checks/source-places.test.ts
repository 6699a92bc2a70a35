import * as fc from 'fast-check';
import t from 'tap';
import { sourcePlaces } from '../../../compiler/checks/source-places.js';

const text = `// 打开
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
} opens SEC(".maps");

SEC("kprobe/f")
int BPF_KPROBE(first, int a)
{
	return called();
}

SEC("kprobe/f")
int second(void *ctx) { return 0; }

int called(void)
{
	return 1;
}
`;
const places = sourcePlaces({ path: 'src/a.bpf.c', directory: 'src', text });

t.test('sections, macros, functions, maps and their members are found', async (t) => {
  t.same(places.section('kprobe/f', 'first'), {
    file: 'src/a.bpf.c',
    line: 7,
    column: 6,
    length: 8,
    lineText: 'SEC("kprobe/f")',
  });
  t.equal(places.section('kprobe/f', 'second')?.line, 13);
  t.equal(places.section('xdp', 'first'), undefined);
  t.match(places.macro('first'), { macro: 'BPF_KPROBE', location: { line: 8, column: 5, length: 10 } });
  t.equal(places.macro('second'), undefined);
  t.match(places.definition('called'), { line: 16, column: 5 });
  t.match(places.map('opens', 'max_entries'), { line: 4, column: 2, length: 23 });
  t.match(places.map('opens', 'key'), { line: 5, column: 3 }, 'the name where the member is not there');
  t.equal(places.map('others'), undefined);
  t.ok(places.isUsed('called'));
  t.notOk(places.isUsed('second'));
  t.match(places.text('打开'), { line: 1, column: 4, length: 6 });
});

t.test('lines of debug information are those of the source, or of a header beside it', async (t) => {
  t.match(places.line('./a.bpf.c', 10, 2), { file: 'src/a.bpf.c', lineText: '\treturn called();' });
  t.same(places.line('b.h', 3, 1), { file: 'src/b.h', line: 3, column: 1 });
  t.equal(places.line('/usr/include/b.h', 3, 1)?.file, '/usr/include/b.h');
});

t.test('whatever stands in a source and its names, nothing throws', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, section) => {
        const found = sourcePlaces({ path: 'a', directory: '.', text: `${source}SEC("${section}")` });
        const location = found.section(section, 'f');
        return location === undefined || location.line >= 1;
      }),
      { numRuns: 500 },
    ),
  );
});
