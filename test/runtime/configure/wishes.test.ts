import t from 'tap';
import type { TseccMeta } from '../../../core/package/types.js';
import { readWishes } from '../../../runtime/configure/wishes.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

function opened(tsecc?: TseccMeta, link = true) {
  const { object, manifest } = openFixture('kprobe');
  const progs = [{ name: 'on_unlink', attach: 'kprobe/do_unlinkat', link }];
  const meta = { ...manifest.meta, bpf_skel: { ...manifest.meta.bpf_skel, progs }, ...(tsecc && { tsecc }) };
  return { object, manifest: { ...manifest, meta } };
}

const marked: TseccMeta = {
  format: 1,
  version: '1',
  programs: { on_unlink: { kind: 'kprobe', helpers: [6], fallback: ['kprobe/x'], optional: true } },
};

t.test('the wishes of the package and of the user come together', async (t) => {
  const wishes = readWishes(opened(marked), { disable: ['on_unlink'], partial: true });
  t.same(wishes.marks('on_unlink'), { fallback: ['kprobe/x'], optional: true, alternative: undefined });
  t.same([...wishes.disabled], ['on_unlink']);
  t.ok(wishes.partial);
  t.same([...readWishes(opened(undefined, false), {}).unlinked], ['on_unlink']);
});

t.test('a program that the user moves has no other place', async (t) => {
  const wishes = readWishes(opened(marked), { attach: [{ program: 'on_unlink', section: 'kprobe/y' }] });
  t.equal(wishes.object.programs[0]?.section, 'kprobe/y');
  t.same(wishes.marks('on_unlink'), { fallback: [], optional: true, alternative: undefined });
});

t.test('options name programs that are there', async (t) => {
  t.throws(() => readWishes(opened(), { disable: ['on_unlnk'] }), {
    code: 'usage',
    cure: 'did you mean on_unlink?',
  });
});
