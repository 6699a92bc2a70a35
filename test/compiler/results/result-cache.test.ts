import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { keepResult, recallResult, type Result } from '../../../compiler/results/result-cache.js';
import { message, translator } from '../../../core/message.js';
import { hashOf } from '../../../compiler/results/fingerprint.js';

const result: Result = {
  object: Buffer.from([0x7f, 0x45, 0, 255]),
  meta: { bpf_skel: { obj_name: 'x' } },
  diagnostics: [{ severity: 'warning', text: 'unused', notes: [] }],
};

function cache(t: Test) {
  const directory = t.testdir({ 'x.c': 'int x;' });
  const source = join(directory, 'x.c');
  const env = { XDG_CACHE_HOME: join(directory, 'cache') };
  const fingerprint = { files: [[source, hashOf('int x;')] as const], absent: [] };
  return { env, source, fingerprint, entries: join(directory, 'cache/tsecc/results') };
}

t.test('a result comes back as it was kept, and is marked as used', async (t) => {
  const { env, fingerprint, entries } = cache(t);
  t.equal(recallResult(env, 'key'), undefined);
  keepResult(env, 'key', result, fingerprint);
  utimesSync(join(entries, 'key'), 1, 1);
  t.same(recallResult(env, 'key'), { ...result, object: Buffer.from(result.object), fingerprint });
  t.ok(statSync(join(entries, 'key')).mtimeMs > 1000);
  t.equal(recallResult(env, 'other'), undefined);
  t.equal(statSync(entries).mode & 0o077, 0, 'others may not look into it');
});

t.test('a file that changed makes it useless', async (t) => {
  const { env, source, fingerprint } = cache(t);
  keepResult(env, 'key', result, fingerprint);
  writeFileSync(source, 'int y;');
  t.equal(recallResult(env, 'key'), undefined);
});

t.test('an entry that lost a bit, or its end, is as good as none', async (t) => {
  const { env, fingerprint, entries } = cache(t);
  keepResult(env, 'key', result, fingerprint);
  const whole = readFileSync(join(entries, 'key'));
  for (let at = 0; at < whole.length; at++) {
    const broken = Buffer.from(whole);
    broken[at] = (broken[at] ?? 0) ^ 1;
    writeFileSync(join(entries, 'key'), broken);
    if (recallResult(env, 'key') !== undefined) t.fail(`bit of byte ${at} was not missed`);
    writeFileSync(join(entries, 'key'), whole.subarray(0, at));
    if (recallResult(env, 'key') !== undefined) t.fail(`cut at ${at} was not seen`);
  }
  writeFileSync(join(entries, 'key'), whole);
  t.ok(recallResult(env, 'key'));
});

t.test('an entry of another form is none', async (t) => {
  const { env, fingerprint, entries } = cache(t);
  keepResult(env, 'key', result, fingerprint);
  for (const body of ['null', '7', '{}']) {
    writeFileSync(join(entries, 'key'), `${hashOf(body)}\n${body}`);
    t.equal(recallResult(env, 'key'), undefined, body);
  }
});

t.test('a cache that cannot be written loses nothing', async (t) => {
  const { env, fingerprint } = cache(t);
  writeFileSync(env.XDG_CACHE_HOME, 'a file');
  keepResult(env, 'key', result, fingerprint);
  t.equal(recallResult(env, 'key'), undefined);
  chmodSync(env.XDG_CACHE_HOME, 0o600);
});

t.test('what nobody used for months goes', async (t) => {
  const { env, fingerprint, entries } = cache(t);
  keepResult(env, 'old', result, fingerprint);
  utimesSync(join(entries, 'old'), 1, 1);
  // Not each result looks after the size of the cache, but of so many one does.
  for (let index = 0; index < 300; index++) keepResult(env, `key-${index}`, result, fingerprint);
  t.notOk(readdirSync(entries).includes('old'));
  t.equal(readdirSync(entries).length, 300);
});

t.test('what a warning says can be said in other languages after it was kept', async (t) => {
  const { env, fingerprint } = cache(t);
  const note = { severity: 'note' as const, text: message`b`, notes: [] };
  const diagnostics = [
    { severity: 'warning' as const, text: message`a ${1}`, cure: message`c`, notes: [note] },
  ];
  keepResult(env, 'key', { ...result, diagnostics }, fingerprint);
  const [kept] = recallResult(env, 'key')?.diagnostics ?? [];
  const translate = translator({ 'a {0}': 'A{0}', b: 'B', c: 'C' });
  t.same(
    [kept?.text, kept?.cure, kept?.notes[0]?.text].map((phrase) => translate(phrase ?? '')),
    ['A1', 'C', 'B'],
  );
});
