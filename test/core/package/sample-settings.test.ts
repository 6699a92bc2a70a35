import t from 'tap';
import { sampleSettings } from '../../../core/package/sample-settings.js';
import { sourceContext } from '../../fixtures/kernel/source-context.js';

const settingsFor = (sample: unknown, more = {}) =>
  sampleSettings(sourceContext({ maps: { counts: { sample, ...more } } }), 'counts');

t.test('only an annotation makes a map output', async (t) => {
  t.equal(sampleSettings(sourceContext(), 'counts'), undefined);
  t.equal(settingsFor(null), undefined);
  t.equal(settingsFor({ interval: 5 }, { export_config: 'no_export' }), undefined);
});

t.test('what is not said has a meaning', async (t) => {
  t.same(settingsFor({ interval: 500 }), { intervalMs: 500, type: 'default_kv', unit: '', clear: false });
  t.same(settingsFor({ interval: 1, type: 'log2_hist', unit: 'us', clear_map: true }), {
    intervalMs: 1,
    type: 'log2_hist',
    unit: 'us',
    clear: true,
  });
});

t.test('what makes no sense is refused', async (t) => {
  for (const wrong of [
    {},
    { interval: 0 },
    { interval: 1.5 },
    { interval: '5' },
    { interval: 2 ** 31 },
    { interval: 5, type: 'pie' },
    { interval: 5, unit: 7 },
    { interval: 5, clear_map: 'yes' },
  ]) {
    t.throws(() => settingsFor(wrong), { code: 'package-invalid', message: /^read map 'counts': its / });
  }
});
