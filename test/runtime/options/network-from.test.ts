import t from 'tap';
import { networkFrom } from '../../../runtime/options/network-from.js';
import { scanArguments } from '../../../runtime/options/scan.js';

t.test('the last file of certificates counts, and plain HTTP once asked for', async (t) => {
  t.same(networkFrom([]), { caFile: undefined, plainHttp: false });
  const { options } = scanArguments(['--ca-file=a', '--plain-http', '--ca-file', 'b', 'p']);
  t.same(networkFrom(options), { caFile: 'b', plainHttp: true });
});
