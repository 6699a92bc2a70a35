import t from 'tap';
import { doctorChinese } from '../../../../core/languages/zh/doctor.js';
import { chinese } from '../../../../core/languages/zh.js';

t.test('the whole catalog has what doctors say', async (t) => {
  t.equal(doctorChinese['missing'], '缺少');
  t.match(chinese, doctorChinese);
});

t.test('terms of art stay', async (t) => {
  for (const [english, text] of Object.entries(doctorChinese)) {
    for (const term of ['fentry', 'lockdown', 'BTF', 'cgroup', 'tsecli', 'uprobe']) {
      if (new RegExp(`\\b${term}s?\\b`).test(english)) t.match(text, term, english);
    }
  }
});
