import t from 'tap';
import { marksOf } from '../../../runtime/configure/program-marks.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

const { manifest } = openFixture('kprobe');
const none = { fallback: [], optional: false, alternative: undefined };

t.test('marks are what our part of the package says of the program', async (t) => {
  const programs = {
    on_unlink: { kind: 'kprobe', helpers: [], fallback: ['kprobe/x'], optional: true, alternative: 'a' },
  };
  const marks = marksOf({
    ...manifest,
    meta: { ...manifest.meta, tsecc: { format: 1, version: '1', programs } },
  });
  t.same(marks('on_unlink'), { fallback: ['kprobe/x'], optional: true, alternative: 'a' });
  t.same(marks('other'), none);
  t.same(marks('constructor'), none, 'not what every object has');
});

t.test('packages of others have none', async (t) => {
  const { tsecc: _, ...meta } = manifest.meta;
  t.same(marksOf({ ...manifest, meta })('on_unlink'), none);
});
