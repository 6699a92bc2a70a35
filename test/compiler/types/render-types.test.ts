import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { compileFiles } from '../../../compiler/compile-files.js';
import { readObject } from '../../../core/object/read-object.js';
import { renderTypes } from '../../../compiler/types/render-types.js';
import { goldenPackages, packagesFolder } from '../../fixtures/annotations/golden-packages.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { root } from '../../fixtures/project.js';
import { diagnose } from '../../fixtures/typescript.js';

const source = `#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
char LICENSE[] SEC("license") = "GPL";
enum state { IDLE, BUSY = 7 };
struct peer { unsigned char address[4]; unsigned short port; };
struct event {
	unsigned pid;
	unsigned long long cookie;
	char comm[16];
	enum state state;
	/// @format ipv4
	unsigned saddr;
	struct peer peers[2];
};
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } events SEC(".maps");
struct exit { int code; };
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } exits SEC(".maps");
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, unsigned);
	__type(value, struct peer);
} peers SEC(".maps");
const volatile _Bool verbose;
SEC("raw_tp/sys_enter")
int enter(void *ctx)
{
	struct event event = {};
	struct exit exit = {};
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
	bpf_ringbuf_output(&exits, &exit, sizeof(exit), 0);
	if (verbose)
		bpf_printk("x");
	bpf_map_lookup_elem(&peers, &event.pid);
	return 0;
}
`;

const program = `import type { Line, Lines, Maps, Variables } from './x.js';
declare const text: string;
const line: Line = JSON.parse(text);
if ('lost' in line) console.log(line.lost.source, line.lost.count ?? 'some', line.lost.cpu);
else if ('message' in line) console.log(line.message.length, line.cpu);
else if (line.stream === 'events') {
  const { pid, comm, state, saddr, peers } = line;
  console.log(pid + 1, comm.length, state === 'BUSY', saddr.split('.'), peers[1]?.address[3], line.time);
} else console.log(line.code);
const event: Lines['events'] = {
  time: 1.5,
  stream: 'events',
  pid: 1,
  cookie: 2,
  comm: 'sh',
  state: 'IDLE',
  saddr: '127.0.0.1',
  peers: [],
};
const peer: Maps['peers'] = { key: 1, value: { address: [127, 0, 0, 1], port: 80 } };
const verbose: Variables['.rodata']['verbose'] = true;
console.log(event, peer, verbose);
`;

/** A program of the library; the package of the others is its too. */
const watcher = (library: string) => `import type { RunEvent } from '${library}';
import type { Events } from './x.js';
export function told(event: RunEvent<Events>): string {
  if (event.kind === 'trace') return event.message;
  if (event.kind !== 'record') return event.kind;
  const cookie: bigint = event.stream === 'events' ? event.data.cookie + 1n : 0n;
  return event.stream === 'exits' ? String(event.data.code) : event.data.comm + cookie;
}
`;

const consoleType = 'declare const console: { log(...values: unknown[]): void };\n';

t.test('a strict program uses the types, and one with a wrong field does not compile', async (t) => {
  const directory = t.testdir({ 'x.bpf.c': source });
  const { meta, typesPath, diagnostics } = await compileFiles(join(directory, 'x.bpf.c'), { types: true });
  t.same(diagnostics, []);
  t.equal(typesPath, join(directory, 'x.d.ts'));
  const object = readObject(readFileSync(join(directory, 'x.bpf.o')));
  const types = renderTypes(object, meta);
  t.equal(types, renderTypes(object, meta), 'the same each time');
  t.equal(types, readFileSync(join(directory, 'x.d.ts'), 'utf8'));

  const wrong: [string, string, RegExp][] = [
    ['const { pid,', 'const { pidd,', /Property 'pidd' does not exist/],
    ["state === 'BUSY'", "state === 'BUZY'", /no overlap/],
    ["state: 'IDLE'", "state: 'IDEL'", /Type '"IDEL"' is not assignable to type 'State'/],
    ['comm.length', 'comm.foo', /'foo' does not exist on type 'string'/],
    ["stream === 'events'", "stream === 'event'", /no overlap/],
    ['console.log(line.code)', 'console.log(line.pid)', /'pid' does not exist/],
    ['address: [127, 0, 0, 1]', 'address: [127, 0, 0]', /Source has 3 element\(s\) but target requires 4/],
    ['pid: 1,', '', /Property 'pid' is missing/],
    ['pid: 1,', 'pid: 1, uid: 0,', /'uid' does not exist/],
    ['= true', '= 1', /'number' is not assignable to type 'boolean'/],
  ];
  const mains = wrong.map(
    ([right, bad], index) => [`wrong${index}.ts`, program.replace(right, bad)] as const,
  );
  const said = diagnose({
    'x.d.ts': types,
    'console.d.ts': consoleType,
    'main.ts': program,
    ...Object.fromEntries(mains),
  });
  t.same(
    said.filter((text) => !text.startsWith('wrong')),
    [],
    'the right one compiles',
  );
  wrong.forEach(([, bad, message], index) => {
    const own = said.filter((text) => text.startsWith(`wrong${index}.ts:`));
    t.match(own.join('\n'), message, bad);
  });
});

t.test('the events of a run have the types, 64-bit integers as bigint', async (t) => {
  const directory = t.testdir({ 'x.bpf.c': source });
  const { types = '' } = await compileFiles(join(directory, 'x.bpf.c'), { types: true });
  t.match(types, /export interface Events \{\n {2}events: Event<bigint>;\n {2}exits: Exit;\n\}/);
  const library = join(root, 'runtime/library/types.js');
  const wrong: [string, string, RegExp][] = [
    ['data.comm', 'data.com', /'com' does not exist/],
    ['data.code', 'data.pid', /'pid' does not exist/],
    ["=== 'exits'", "=== 'exit'", /no overlap/],
    ['cookie + 1n', 'cookie + 1', /'\+' cannot be applied to types 'bigint' and '(?:number|1)'/],
    ['event.message', 'event.text', /'text' does not exist/],
  ];
  const said = diagnose({
    'x.d.ts': types,
    'right.ts': watcher(library),
    ...Object.fromEntries(
      wrong.map(([right, bad], index) => [`wrong${index}.ts`, watcher(library).replace(right, bad)]),
    ),
  });
  t.same(
    said.filter((text) => /^(?:right|x)\./.test(text)),
    [],
    'the right one compiles',
  );
  wrong.forEach(([, bad, message], index) => {
    t.match(said.filter((text) => text.startsWith(`wrong${index}.ts:`)).join('\n'), message, bad);
  });
});

t.test('whatever the package, TypeScript compiles its types', async (t) => {
  const files = new Map<string, string>();
  for (const golden of goldenPackages) {
    const directory = t.testdir({});
    cpSync(packagesFolder, directory, { recursive: true });
    const { meta, objectPath } = await compileFiles(join(directory, golden.source), {
      headerOnly: golden.headerOnly,
      header: golden.header && join(directory, golden.header),
      outputDirectory: join(directory, 'out'),
    });
    files.set(
      `${golden.golden.replace('.json', '')}.d.ts`,
      renderTypes(readObject(readFileSync(objectPath)), meta),
    );
  }
  for (const name of ['types', 'types.be', 'events', 'globals', 'no-debug', 'unlink']) {
    const object = readObject(objectBytes(name));
    files.set(`object-${name}.d.ts`, renderTypes(object, { bpf_skel: { obj_name: name } }));
  }
  t.ok(files.size > 10);
  t.same(diagnose(Object.fromEntries(files)), []);
});
