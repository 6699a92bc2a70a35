import t from 'tap';
import type { OpenedPackage, ProgramFacts } from '../../core/package/types.js';
import type { Bpftool } from '../../runtime/bpftool/bpftool.js';
import { startRun } from '../../runtime/run.js';
import { failingBpftool, fakeBpftool } from '../fixtures/kernel/fake-bpftool.js';
import { FakeKernel } from '../fixtures/kernel/fake-kernel.js';
import { openFixture } from '../fixtures/kernel/packages.js';

const id = '/sys/kernel/tracing/events/syscalls/sys_enter_unlinkat/id';
const instances = '/sys/kernel/tracing/instances';
const line = '              rm-9346    [005] d..3  4710.951696: bpf_trace_printk: hello\n\n';

function traceKernel(): FakeKernel {
  return new FakeKernel({ files: { [id]: '737\n' } });
}

function pipeOf(kernel: FakeKernel): string {
  return `${instances}/${kernel.list(instances)[0]}/trace_pipe`;
}

t.test(
  'a package is loaded, its reader opened, then its programs attached; at the end nothing is left',
  async (t) => {
    const kernel = traceKernel();
    const run = await startRun(openFixture('tracepoint'), {
      kernel,
      bpftool: fakeBpftool(kernel, 'on_unlinkat'),
    });
    t.match(run.links, [{ program: 'on_unlinkat', section: 'tracepoint/syscalls/sys_enter_unlinkat' }]);
    const enabled = kernel.log.findIndex((entry) => entry.endsWith('bpf_trace_printk/enable 1'));
    const attached = kernel.log.findIndex((entry) => entry.startsWith('link_create'));
    t.ok(enabled >= 0 && enabled < attached, 'ready before attached');
    t.same(kernel.list('/sys/fs/bpf/tsecli'), [], 'no pins while it runs');

    kernel.feed(pipeOf(kernel), line);
    const messages: string[] = [];
    for await (const batch of run.events) {
      if (batch.kind !== 'trace') continue;
      messages.push(...batch.events.map((event) => (event.kind === 'line' ? event.message : event.kind)));
      if (messages.length === 1) {
        kernel.feed(pipeOf(kernel), line.replace('hello', 'left'));
        run.stop();
      }
    }
    t.same(messages, ['hello', 'left']);
    await run[Symbol.asyncDispose]();
    await run[Symbol.asyncDispose]();
    t.same(kernel.openDescriptors, []);
    t.same(kernel.list(instances), []);
  },
);

t.test('stopping detaches before the last events are read', async (t) => {
  const kernel = traceKernel();
  const stop = new AbortController();
  const options = { kernel, bpftool: fakeBpftool(kernel, 'on_unlinkat'), signal: stop.signal };
  await using run = await startRun(openFixture('tracepoint'), options);
  stop.abort();
  for await (const _ of run.events) t.fail('nothing was traced');
  t.notOk(kernel.openDescriptors.some((descriptor) => /^(link|event)/.test(descriptor)));
});

t.test('programs can be attached elsewhere than their sections say', async (t) => {
  const kernel = traceKernel();
  await using run = await startRun(openFixture('kprobe'), {
    kernel,
    bpftool: fakeBpftool(kernel, 'on_unlink'),
    attach: [{ program: 'on_unlink', section: 'tracepoint/syscalls/sys_enter_unlinkat' }],
  });
  t.match(run.links, [{ program: 'on_unlink', section: 'tracepoint/syscalls/sys_enter_unlinkat' }]);
});

t.test('whatever fails, everything before it is undone', async (t) => {
  const failures: Readonly<Record<string, (kernel: FakeKernel) => Parameters<typeof startRun>[1]>> = {
    loading: () => ({ bpftool: failingBpftool('libbpf: kernel BTF is missing\n') }),
    'the trace instance': (kernel) => {
      kernel.fail(`mkdir ${instances}/*`, 12);
      return {};
    },
    attaching: (kernel) => {
      kernel.fail('perf_event_open', 13);
      return {};
    },
    'both at once': (kernel) => {
      kernel.fail(`mkdir ${instances}/*`, 12);
      return { bpftool: failingBpftool('libbpf: failed\n') };
    },
  };
  for (const [what, prepare] of Object.entries(failures)) {
    const kernel = traceKernel();
    const options = { kernel, bpftool: fakeBpftool(kernel, 'on_unlinkat'), ...prepare(kernel) };
    await t.rejects(startRun(openFixture('tracepoint'), options), what);
    t.same(kernel.openDescriptors, [], what);
    t.same(kernel.list(instances), [], what);
    t.same(kernel.list('/sys/fs/bpf/tsecli'), [], what);
  }
});

t.test('who may not load is told before anything is touched, but after the package was read', async (t) => {
  const kernel = traceKernel();
  kernel.texts.set('/proc/self/status', 'CapEff:\t0000000000000000\n');
  await t.rejects(startRun(openFixture('tracepoint'), { kernel, path: '' }), { code: 'not-permitted' });
  t.same(kernel.log, []);
  const broken = { ...openFixture('tracepoint'), object: Buffer.from('\x7fELF no more') };
  await t.rejects(startRun(broken, { kernel, path: '' }), { code: 'package-invalid' });
});

t.test('an abort while starting undoes the start and is thrown', async (t) => {
  const kernel = traceKernel();
  const stop = new AbortController();
  const inner = fakeBpftool(kernel, 'on_unlinkat');
  const options = {
    kernel,
    signal: stop.signal,
    bpftool: async (args: readonly string[]) => {
      const answer = await inner(args);
      stop.abort();
      return answer;
    },
  };
  await t.rejects(startRun(openFixture('tracepoint'), options), { name: 'AbortError' });
  t.same(kernel.openDescriptors, []);
});

t.test('leftovers of dead runs go at the start', async (t) => {
  const kernel = traceKernel();
  kernel.addFile('/sys/fs/bpf/tsecli/dead/programs/prog', '');
  kernel.addDirectory(`${instances}/tsecli-dead`);
  await using _run = await startRun(openFixture('tracepoint'), {
    kernel,
    bpftool: fakeBpftool(kernel, 'on_unlinkat'),
  });
  t.same(kernel.list('/sys/fs/bpf/tsecli'), []);
  t.notOk(kernel.exists(`${instances}/tsecli-dead`));
});

t.test('a program that its manifest does not link is left alone', async (t) => {
  const { manifest, object } = openFixture('tracepoint');
  const progs = [{ name: 'on_unlinkat', attach: 'tracepoint/syscalls/sys_enter_unlinkat', link: false }];
  const meta = { ...manifest.meta, bpf_skel: { ...manifest.meta.bpf_skel, progs } };
  const opened = { object, manifest: { ...manifest, meta } };
  await t.rejects(startRun(opened, { kernel: traceKernel() }), {
    code: 'package-invalid',
    message: /no program/,
  });
});

/** The fixture with two programs' worth of marks on its only one. */
function marked(facts: Partial<ProgramFacts>): OpenedPackage {
  const { object, manifest } = openFixture('kprobe');
  const programs = { on_unlink: { kind: 'kprobe', helpers: [6], ...facts } };
  return {
    object,
    manifest: { ...manifest, meta: { ...manifest.meta, tsecc: { format: 1, version: '1', programs } } },
  };
}

t.test('a program falls back where the kernel has no place for it', async (t) => {
  const kernel = traceKernel();
  const bpftool = fakeBpftool(kernel, 'on_unlink');
  await using run = await startRun(marked({ fallback: ['tp/syscalls/sys_enter_unlinkat'] }), {
    kernel,
    bpftool,
  });
  t.match(run.links, [{ program: 'on_unlink', section: 'tp/syscalls/sys_enter_unlinkat' }]);
  t.match(run.notes, [{ text: /'on_unlink' falls back to tp.*built without kprobes/, detail: true }]);
});

t.test(
  'what is refused when it is loaded or attached falls back as well, and nothing is left of it',
  async (t) => {
    const refusals: Readonly<Record<string, (kernel: FakeKernel, attempt: number) => string>> = {
      loading: (_, attempt) =>
        attempt === 1 ? "libbpf: prog 'on_unlink': BPF program load failed: no\n" : '',
      attaching: (kernel, attempt) => {
        kernel.fail('bpf raw_tracepoint_open', attempt === 1 ? 22 : 0);
        return '';
      },
    };
    for (const [what, refuse] of Object.entries(refusals)) {
      const kernel = traceKernel();
      let attempt = 0;
      const bpftool: Bpftool = (args, options) => {
        if (args[0] === 'version') return fakeBpftool(kernel)(args, options);
        const stderr = refuse(kernel, ++attempt);
        return (stderr === '' ? fakeBpftool(kernel, 'on_unlink') : failingBpftool(stderr))(args, options);
      };
      const opened = marked({ fallback: ['raw_tp/sys_enter', 'tp/syscalls/sys_enter_unlinkat'] });
      const run = await startRun(opened, { kernel, bpftool });
      t.match(run.links, [{ section: 'tp/syscalls/sys_enter_unlinkat' }], what);
      t.equal(attempt, 2, what);
      await run[Symbol.asyncDispose]();
      t.same(kernel.openDescriptors, [], what);
      t.same(kernel.list(instances), [], what);
    }
  },
);

t.test('with nowhere else to go, the refusal itself is thrown', async (t) => {
  const kernel = traceKernel();
  kernel.fail('bpf raw_tracepoint_open', 22);
  const options = { kernel, bpftool: fakeBpftool(kernel, 'on_unlink'), partial: true };
  await t.rejects(startRun(marked({ fallback: ['raw_tp/sys_enter'] }), options), {
    code: 'attach-failed',
    message: /to raw_tp\/sys_enter: invalid argument/,
  });
  t.same(kernel.openDescriptors, []);
});
