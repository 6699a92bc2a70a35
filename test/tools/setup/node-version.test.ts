import { readFileSync } from 'node:fs';
import t from 'tap';
import { explainOldNode, oldestNode } from '../../../tools/setup/node-version.mjs';

t.test('Node.js 18 is refused with the version that is needed', async (t) => {
  t.match(explainOldNode('18.19.1'), /^Node\.js 18\.19\.1 is too old: tsecc needs Node\.js 20 or newer \(/);
});

t.test('Node.js 20 and later are taken', async (t) => {
  for (const version of ['20.0.0', '22.3.1', '100.0.0']) t.equal(explainOldNode(version), undefined, version);
});

t.test("the oldest version is that of package.json's engines", async (t) => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  t.equal(engines.node, `>=${oldestNode}`);
});
