import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { gunzipSync } from 'node:zlib';
import { packTar } from '../../../compiler/output/pack-tar.js';

t.test('the same content gives the same bytes, whatever its times, owners and links', async (t) => {
  const dir = t.testdir({
    one: { a: 'text', run: '#!/bin/sh\n' },
    two: { real: 'text', run: '#!/bin/sh\n' },
  });
  chmodSync(`${dir}/one/run`, 0o755);
  chmodSync(`${dir}/two/run`, 0o700);
  symlinkSync('real', `${dir}/two/a`);
  utimesSync(`${dir}/one/a`, 1, 1);
  const one = await packTar(`${dir}/one`, ['run', 'a']);
  t.same(await packTar(`${dir}/two`, ['run', 'a']), one);
  t.same(gunzipSync(await packTar(`${dir}/one`, ['run', 'a'], { gzip: true })), one);
  t.same(
    await packTar(`${dir}/one`, ['a'], { gzip: true }),
    await packTar(`${dir}/one`, ['a'], { gzip: true }),
  );
});

t.test('tar and busybox read it, with names, modes and the date that was asked for', async (t) => {
  const dir = t.testdir({ deep: { a: 'text' } });
  writeFileSync(`${dir}/t.tar`, await packTar(dir, ['./deep/a'], { date: new Date(86_400_000) }));
  const line = execFileSync('tar', ['--utc', '-tvf', `${dir}/t.tar`], { encoding: 'utf8' });
  t.match(line, /^-rw-r--r-- 0\/0 +4 1970-01-02 00:00 \.\/deep\/a\n$/);
  t.equal(execFileSync('busybox', ['tar', '-xOf', `${dir}/t.tar`], { encoding: 'utf8' }), 'text');
});

t.test('a file that is not there is an error', async (t) => {
  await t.rejects(packTar(t.testdir({}), ['none']), { code: 'ENOENT' });
});
