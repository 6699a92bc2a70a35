import t from 'tap';
import { chinese } from '../../../core/languages/zh.js';
import { translator } from '../../../core/message.js';
import { describeVerdict } from '../../../compiler/watch/verdict.js';

t.test('a verdict is a line', async (t) => {
  const at = new Date(2026, 0, 2, 3, 4, 5);
  t.equal(
    String(describeVerdict({ ok: true, at, seconds: 0.0849, source: undefined })),
    '03:04:05 ok 0.08 s',
  );
  const failed = describeVerdict({ ok: false, at, seconds: 12, source: 'a.bpf.c' });
  t.equal(String(failed), '03:04:05 a.bpf.c: failed 12.00 s');
  t.equal(translator(chinese)(failed), '03:04:05 a.bpf.c：失败，12.00 秒');
});
