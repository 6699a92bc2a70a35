import t from 'tap';
import { checkPackageRules } from '../../../runtime/policy/check-package-rules.js';
import { parseRules } from '../../../runtime/policy/parse-rule.js';
import { openedOf } from '../../fixtures/opened.js';

const opened = openedOf('powers');
const request = { attach: [], disable: [], attachOptions: { binary: undefined } };
const denying = (...rules: string[]) => parseRules([], rules);

t.test('rules hold for what is run: programs that are left alone do not count', async (t) => {
  const rules = denying('kind:xdp');
  t.throws(() => checkPackageRules(opened, request, rules), { code: 'package-invalid' });
  t.doesNotThrow(() => checkPackageRules(opened, { ...request, disable: ['jump'] }, rules));
});

t.test('programs are where the user puts them', async (t) => {
  const attach = [{ program: 'write_user', section: 'kprobe/vfs_read' }];
  t.throws(() => checkPackageRules(opened, { ...request, attach }, denying('attach:kprobe/vfs_read')), {
    message: /program 'write_user' attaches to kprobe\/vfs_read/,
  });
  t.doesNotThrow(() =>
    checkPackageRules(opened, { ...request, attach }, denying('attach:kprobe/do_unlinkat')),
  );
  const loaded = [{ program: 'override', section: 'kprobe/x' }];
  t.throws(
    () => checkPackageRules(opened, { ...request, attach: loaded }, denying('helper:bpf_override_return')),
    {
      code: 'package-invalid',
    },
  );
  const probe = [{ program: 'write_user', section: 'uprobe/libc:malloc' }];
  const attachOptions = { binary: '/bin/sh' };
  t.throws(
    () =>
      checkPackageRules(
        opened,
        { ...request, attach: probe, attachOptions },
        denying('attach:uprobe//bin/sh*'),
      ),
    { code: 'package-invalid' },
  );
});
