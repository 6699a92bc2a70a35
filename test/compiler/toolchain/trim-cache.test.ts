import { readdirSync, statSync, utimesSync } from 'node:fs';
import t from 'tap';
import { cacheLimits, markUsed, sweepDead, trimCache } from '../../../compiler/toolchain/trim-cache.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.now();
const lasting = { maxBytes: 1000, maxAge: 60 * day };

/** Makes files or directories look as if they were last used so long ago. */
function age(milliseconds: number, ...paths: string[]): void {
  const time = new Date(now - milliseconds);
  for (const path of paths) utimesSync(path, time, time);
}

t.test('what was not used for longest goes first, until the rest fits', async (t) => {
  const file = 'x'.repeat(400);
  const dir = t.testdir({
    a: { 'vmlinux.h': file },
    b: { 'vmlinux.h': file },
    c: { 'vmlinux.h': file },
    d: file,
  });
  age(4 * day, `${dir}/b`);
  age(3 * day, `${dir}/d`);
  age(2 * day, `${dir}/a`);
  age(day, `${dir}/c`);
  trimCache(dir, lasting, now);
  t.same(readdirSync(dir), ['a', 'c']);
});

t.test('precompiled headers go one by one, before the header that was used since', async (t) => {
  const dir = t.testdir({
    a: { 'vmlinux.h': 'x'.repeat(400), 'old.pch': 'x'.repeat(400), 'new.pch': 'x'.repeat(400) },
  });
  age(day, `${dir}/a/new.pch`, `${dir}/a`);
  age(2 * day, `${dir}/a/old.pch`);
  age(day, `${dir}/a`);
  trimCache(dir, lasting, now);
  t.same(readdirSync(`${dir}/a`), ['new.pch', 'vmlinux.h']);
  t.ok(now - statSync(`${dir}/a`).mtimeMs > day - minute, 'which is not taken for a use of the rest');
});

t.test('what nobody used for long goes, however small', async (t) => {
  const dir = t.testdir({ a: { 'vmlinux.h': 'x' }, b: { 'vmlinux.h': 'x' } });
  age(61 * day, `${dir}/a`);
  age(59 * day, `${dir}/b`);
  trimCache(dir, lasting, now);
  t.same(readdirSync(dir), ['b']);
});

t.test('what may be in use stays, even where the limit is passed', async (t) => {
  const dir = t.testdir({ a: { 'vmlinux.h': 'x'.repeat(5000) }, b: { 'vmlinux.h': 'x' } });
  age(2 * day, `${dir}/a`);
  t.ok(now - markUsed(`${dir}/a`) > day, 'the use before is told');
  trimCache(dir, lasting, now);
  t.same(readdirSync(dir), ['a', 'b']);
});

t.test('what dead writers left goes, what living ones write stays', async (t) => {
  const dir = t.testdir({
    a: { 'vmlinux.h': 'x', '.x.tmp': '', 'x.pch.making': '', 'y.tmp': '', 'y.making': '' },
  });
  age(2 * minute, `${dir}/a/.x.tmp`, `${dir}/a/x.pch.making`, `${dir}/a/vmlinux.h`);
  sweepDead(`${dir}/a`, now);
  t.same(readdirSync(`${dir}/a`), ['vmlinux.h', 'y.making', 'y.tmp']);
});

t.test('a cache that is not there, or in use by others, is no error', async (t) => {
  t.doesNotThrow(() => trimCache('/nowhere', cacheLimits));
  t.doesNotThrow(() => markUsed('/nowhere/a', '/proc/version'));
});
