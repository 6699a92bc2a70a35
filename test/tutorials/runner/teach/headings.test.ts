import t from 'tap';
import { readHeadings } from '../../../../tutorials/runner/teach/headings.js';

t.test('headings have the anchors that GitHub gives them', async (t) => {
  const text = '# One `two`: three?\n\n```c\n# not one\n```\n\n## 2.3 只看一个文件\n';
  t.same(readHeadings(text), [
    { level: 1, title: 'One two: three?', anchor: 'one-two-three' },
    { level: 2, title: '2.3 只看一个文件', anchor: '23-只看一个文件' },
  ]);
});
