import t from 'tap';
import { nestedSettings, numberSetting, textSetting } from '../../../runtime/attach/settings.js';

const settings = {
  ifindex: 2,
  name: 'x',
  tchook: { parent: 4294967295 },
  list: [1],
  none: null,
  minus: -1,
  part: 1.5,
};

t.test('settings of the right kind are given', async (t) => {
  t.equal(numberSetting(settings, 'ifindex'), 2);
  t.equal(textSetting(settings, 'name'), 'x');
  t.equal(numberSetting(nestedSettings(settings, 'tchook'), 'parent'), 4294967295);
});

t.test('anything else is as if it were not there', async (t) => {
  for (const name of ['name', 'minus', 'part', 'list', 'absent', 'constructor', '__proto__']) {
    t.equal(numberSetting(settings, name), undefined, name);
  }
  t.equal(numberSetting({ big: 2 ** 32 }, 'big'), undefined);
  for (const name of ['ifindex', 'absent', 'constructor'])
    t.equal(textSetting(settings, name), undefined, name);
  for (const name of ['list', 'none', 'name', 'absent', 'constructor']) {
    t.same(nestedSettings(settings, name), {}, name);
  }
});
