import * as fc from 'fast-check';
import t from 'tap';
import { readAnnotations } from '../../../compiler/annotations/read-annotations.js';
import { annotatedSource, declarationsOf } from '../../fixtures/annotations/read-source.js';

const read = async (source: string) => readAnnotations(await declarationsOf(source), 'a.bpf.c');

/** The diagnostics of a source, a line each. */
async function said(source: string): Promise<string[]> {
  const { diagnostics } = await read(source);
  return diagnostics.map(
    ({ severity, text, location, cure }) =>
      `${location?.line}:${location?.column}: ${severity}: ${String(text)}${cure === undefined ? '' : ` (${String(cure)})`}`,
  );
}

t.test('every annotation of a source is read, and nothing is amiss', async (t) => {
  const found = await read(await annotatedSource('every-annotation.bpf.c'));
  t.same(found.diagnostics, []);
  t.same(found.doc, {
    brief: 'trace unlink calls',
    details: 'Shows who deletes which file,\nand how long it took.',
    version: '1.10',
    description: '2023',
  });
  const plain = (all: typeof found.maps) =>
    Object.fromEntries([...all].map(([name, { manifest, own }]) => [name, { ...manifest, ...own }]));
  t.same(plain(found.variables), {
    target_pid: {
      cmdarg: { default: -1, short: 'p', long: 'pid', help: 'process to trace' },
      description: 'only this process',
    },
    failed_only: {
      cmdarg: { default: true, long: 'failed' },
      description: 'Show failures only.\n\nNeeds a return probe.',
    },
    max_ns: { description: 'quoted text', cmdarg: { default: '18446744073709551615' } },
    prefix: { value: '/tmp', description: 'names begin with it' },
    min_ns: { description: 'min duration, without any word' },
  });
  t.same(plain(found.maps), {
    hists: { sample: { interval: 1000, type: 'log2_hist', unit: 'us', clear_map: true } },
    counts: { sample: { interval: 500 }, export_config: 'default' },
    stacks: { intepreter: { stack_trace: { field_map: { kstack: 'kernel' }, with_symbols: true } } },
    events: { intepreter: { stack_trace: {} }, event: ['struct event', 'bare_t'] },
    perf: { interesting: { anything: ['goes', 1.5, null] }, since: '1.10', author: 'somebody@example.org' },
  });
  t.same(plain(found.programs), {
    on_unlink: {
      fallback: ['kprobe/filename_unlinkat', 'kprobe/vfs_unlink', 'tracepoint/syscalls/sys_enter_unlinkat'],
      alternative: 'unlink',
      description: 'Counts calls.',
    },
    on_fsync: { optional: true },
    on_packet: { ifindex: 1, flags: 2, xdpopts: { old_prog_fd: 0 } },
    on_ingress: {
      tchook: { ifindex: 1, attach_point: 'BPF_TC_INGRESS' },
      tcopts: { handle: 1, priority: 1 },
    },
  });
});

t.test('members have their formats, nested and nameless ones too', async (t) => {
  const found = await read(await annotatedSource('events.h'));
  t.same(found.diagnostics, []);
  t.same(
    [...found.members].map(([name, { own, manifest }]) => [name, own.format, manifest['description']]),
    [
      ['event.pid', 'hex', undefined],
      ['event.address', 'ipv4', 'who asks'],
      ['event.kind', 'file_kind', undefined],
      ['event.peer.port', 'port_be', undefined],
      ['event.took', 'ns', undefined],
      ['bare_t.error', 'errno', undefined],
    ],
  );
  t.equal(found.structs.get('event')?.manifest['description'], 'One deletion.');
});

t.test('a misspelt word is a warning with the nearest one, and is kept', async (t) => {
  t.same(await said('\n  /// @cmdargs {"short": "p"}\nint a;'), [
    '2:7: warning: @cmdargs means nothing to tsecc (did you mean @cmdarg?)',
  ]);
  t.same((await read('/// @cmdargs 1\nint a;')).variables.get('a')?.manifest, { cmdargs: 1 });
  t.same(await said('/// @fallbak kprobe/x\nSEC("kprobe/y") int f(void *c) {}'), [
    '1:5: warning: @fallbak means nothing to tsecc (did you mean @fallback?)',
  ]);
});

t.test('broken JSON is an error at its place', async (t) => {
  t.same(await said('/// @cmdarg {"default": 1, short: "p"}\nint é, a;'), [
    '1:28: error: @cmdarg is broken JSON: a key stands in double quotes',
  ]);
  t.same((await read('/// @cmdarg {\nint a;')).variables.get('a')?.manifest, {});
});

t.test('an impossible value is an error and is not used', async (t) => {
  t.same(
    await said(
      '/// @sample {"type": "log2_hist"}\nstruct { __uint(type, BPF_MAP_TYPE_HASH); } m SEC(".maps");',
    ),
    ['1:5: error: @sample needs the key "interval"'],
  );
  t.same(await said('/// @ifindex eth0\nSEC("xdp") int f(void *c) {}'), [
    '1:5: error: @ifindex must be a whole number from 0 on',
  ]);
});

t.test('a word at the wrong place is a warning', async (t) => {
  t.same(await said('/// @sample {"interval": 1}\nint a;'), [
    '1:5: warning: @sample says nothing about a variable (it belongs to a map)',
  ]);
});

t.test('what belongs to nothing is a warning, when it can only be an annotation', async (t) => {
  t.same(await said('/// @tchook {"ifindex": 1}\n/// @brief x\n#define X\nSEC("tc") int f(void *c) {}'), [
    '1:5: warning: @tchook belongs to nothing here (put it right before a program)',
  ]);
  t.same(await said('/// @fallback kprobe/x\nstatic int helper(void) { return 0; }'), [
    '1:5: warning: @fallback belongs to nothing here (put it right before a program)',
  ]);
});

t.test('an annotation cannot take over what the manifest says itself', async (t) => {
  const source = '/// @attach kprobe/x\n/// @link false\n/// @constructor 1\nSEC("tc") int f(void *c) {}';
  t.same((await read(source)).programs.get('f')?.manifest, {});
  t.equal((await said(source)).length, 3);
});

t.test('plain comments and ordinary words say nothing', async (t) => {
  const source =
    '/* @cmdargs */\n// @smaple {\n/**\n * @param x a number\n * @return {nothing\n * @file a.c\n */\nint a;\n/// @note b\nSEC("tc") int f(void *c) { /* @cmdarg { */ }';
  t.same(await said(source), []);
});

t.test('a comment on what a definition declares at once is about that alone', async (t) => {
  const source = '/// @sample {"interval": 1}\nstruct m { __uint(type, BPF_MAP_TYPE_HASH); } m SEC(".maps");';
  const { maps, structs, diagnostics } = await read(source);
  t.same(diagnostics, []);
  t.same(structs.size, 0);
  t.same(maps.get('m')?.manifest, { sample: { interval: 1 } });
});

t.test('of two branches the one with a comment counts', async (t) => {
  const { variables } = await read('#ifdef A\nint a;\n#else\n/// two\nint a;\n#endif');
  t.equal(variables.get('a')?.manifest['description'], 'two');
});

t.test('any comment on anything is read without fault', async () => {
  const comment = fc.string({
    unit: fc.constantFrom(...'@{}[]":, \n1*'.split(''), '@cmdarg', '@sample ', '@event ', '@format ', 'a'),
  });
  const thing = fc.constantFrom(
    'int a;',
    'SEC("x") int f(void *c) {}',
    'struct s { int b; };',
    'char LICENSE[] = "x";',
    '#define X',
  );
  await fc.assert(
    fc.asyncProperty(comment, thing, async (text, declaration) => {
      const source = `/** ${text.replaceAll('*/', '')} */\n${declaration}`;
      const { diagnostics } = await read(source);
      return diagnostics.every(({ location }) => (location?.line ?? 0) > 0);
    }),
    { numRuns: 200 },
  );
});
