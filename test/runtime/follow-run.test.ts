import t from 'tap';
import type { AttachPoint, Link } from '../../runtime/attach/types.js';
import { followRun } from '../../runtime/follow-run.js';
import { Cleanup } from '../../runtime/kernel/cleanup.js';
import type { Reader } from '../../runtime/readers/types.js';
import { FakeKernel } from '../fixtures/kernel/fake-kernel.js';

const point = (kind: AttachPoint['kind']): AttachPoint => ({
  program: 'prog',
  section: kind,
  kind,
  target: '',
  offset: 0,
});

/** A run over one link and one reader, and what happens to them. */
function parts(kind: AttachPoint['kind'], signal?: AbortSignal, leftOut: readonly AttachPoint[] = []) {
  const log: string[] = [];
  const link: Link = { program: 'prog', section: kind, [Symbol.dispose]: () => void log.push('detach') };
  const reader: Reader = {
    read: async function* ({ signal: stop, beforeDrain }) {
      yield { kind: 'text', name: 'reader', text: 'first\n' };
      if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve));
      beforeDrain();
      log.push('drain');
      yield { kind: 'text', name: 'reader', text: 'last\n' };
    },
    [Symbol.dispose]: () => void log.push('close'),
  };
  const cleanup = new Cleanup();
  cleanup.add(() => void log.push('clean'));
  const run = followRun(new FakeKernel(), {
    points: [point(kind), ...leftOut],
    streams: [],
    readers: [reader],
    links: [link],
    notes: [],
    trace: undefined,
    cleanup,
    signal,
  });
  return { run, log };
}

async function textsOf(
  events: AsyncIterable<{ readonly kind: string; readonly text?: string }>,
  seen: () => void,
) {
  const texts: string[] = [];
  for await (const batch of events) {
    texts.push(batch.text ?? batch.kind);
    seen();
  }
  return texts;
}

t.test('stopping detaches once, then what is left is read', async (t) => {
  const { run, log } = parts('kprobe');
  t.same(await textsOf(run.events, run.stop), ['first\n', 'last\n']);
  t.same(log, ['detach', 'drain']);
  await run[Symbol.asyncDispose]();
  t.same(log, ['detach', 'drain', 'clean']);
});

t.test("the caller's signal stops it too, and is let go of at the end", async (t) => {
  const stop = new AbortController();
  const { run } = parts('kprobe', stop.signal);
  t.same(await textsOf(run.events, () => stop.abort()), ['first\n', 'last\n']);
  await run[Symbol.asyncDispose]();
});

t.test('a run of programs that do their work once ends by itself', async (t) => {
  const { run, log } = parts('syscall');
  t.same(await textsOf(run.events, () => undefined), ['first\n', 'last\n']);
  t.same(log, ['detach', 'drain']);
});

t.test('programs that were left out do not keep it from ending', async (t) => {
  const { run } = parts('syscall', undefined, [{ ...point('kprobe'), program: 'left out' }]);
  t.same(await textsOf(run.events, () => undefined), ['first\n', 'last\n']);
});
