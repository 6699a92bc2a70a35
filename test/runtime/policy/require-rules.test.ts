import t from 'tap';
import { requireRules } from '../../../runtime/policy/require-rules.js';
import { fakeObject } from '../../fixtures/packages/make-package.js';
import { openedOf } from '../../fixtures/opened.js';

const request = {
  attach: [],
  disable: [],
  attachOptions: { interfaces: [], cgroup: undefined, pid: undefined, binary: undefined },
};

t.test('without rules the object is not even read', async (t) => {
  const broken = { ...openedOf('powers'), object: fakeObject() };
  await t.resolves(requireRules(broken, { ...request, rules: { allow: [], deny: [] } }));
});

t.test('with rules the package is held to them', async (t) => {
  const opened = openedOf('powers');
  await t.rejects(requireRules(opened, { ...request, rules: { allow: [], deny: ['kind:xdp'] } }), {
    code: 'package-invalid',
  });
  await t.rejects(requireRules(opened, { ...request, rules: { allow: ['what'], deny: [] } }), {
    code: 'usage',
  });
  await t.resolves(requireRules(opened, { ...request, rules: { allow: ['kind:*'], deny: ['kind:tc'] } }));
});

t.test('the rules of the policy and of the command line both hold: neither loosens the other', async (t) => {
  const opened = openedOf('powers');
  const [loose, tight] = [
    { allow: ['kind:*'], deny: [] },
    { allow: [], deny: ['kind:xdp'] },
  ];
  await t.rejects(requireRules(opened, { ...request, rules: loose }, tight), { code: 'package-invalid' });
  await t.rejects(requireRules(opened, { ...request, rules: tight }, loose), { code: 'package-invalid' });
  await t.resolves(requireRules(opened, { ...request, rules: loose }, { deny: ['kind:tc'] }));
});
