import t from 'tap';
import { choosePlaces } from '../../../../tutorials/runner/places/choose-place.js';

const context = { env: process.env, language: 'en' };

t.test('a place is as it is wished for, and one for all', async (t) => {
  await using inLab = choosePlaces({ where: 'lab' }, context);
  const lab = await inLab.placeFor(undefined);
  t.equal(lab.kind, 'lab');
  t.equal(await inLab.placeFor({ kinds: ['kprobe'] }), lab);
  await using onHost = choosePlaces({ where: 'host' }, context);
  t.equal((await onHost.placeFor(undefined)).kind, 'host');
  await using byKernel = choosePlaces({ where: 'auto', kernel: '6.1' }, context);
  t.equal((await byKernel.placeFor({})).kind, 'lab');
});

t.test('where a mistake could do harm it is a lab, unless the host was asked for', async (t) => {
  await using places = choosePlaces({ where: 'auto' }, context);
  t.equal((await places.placeFor({ lab: true })).kind, 'lab');
  await using onHost = choosePlaces({ where: 'host' }, context);
  t.equal((await onHost.placeFor({ lab: true })).kind, 'host');
});

t.test('of itself it is a lab where the host cannot', async (t) => {
  await using places = choosePlaces({ where: 'auto' }, context);
  t.equal((await places.placeFor({ linux: '99.0' })).kind, 'lab');
});
