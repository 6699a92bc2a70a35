import { existsSync } from 'node:fs';
import t from 'tap';
import { hostPlace } from '../../../../tutorials/runner/places/host-place.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';

t.test('a stand on the host has a directory that goes with it', async (t) => {
  await using place = hostPlace(process.env);
  t.equal(place.kind, 'host');
  t.match(place.kernelRelease(), /^\d+\./);
  let path = '';
  {
    await using stand = await place.open({
      cgroup: false,
      program: { name: 'greet', bytes: Buffer.from('#!/bin/sh\n') },
    });
    path = stand.values['program'] ?? '';
    t.ok(existsSync(path));
    t.match(await stand.prepare('true'), /^\d+$/);
  }
  t.notOk(existsSync(path));
});

t.test('what a run on the host fails of is told', async (t) => {
  await using place = hostPlace(process.env);
  await using stand = await place.open({ cgroup: false });
  const result = await stand.perform({
    opened: openFixture('kprobe'),
    options: { args: ['--no-such-argument'] },
    workload: 'true',
    signal: new AbortController().signal,
  });
  t.equal(result.attached, false);
  t.match(result.failure, { code: 'usage' });
  t.same(result.leftovers, []);
});
