import t from 'tap';
import { isLoopback } from '../../../runtime/network/loopback.js';

t.test('this machine, by every name it has', async (t) => {
  for (const host of ['localhost', 'LOCALHOST', '127.0.0.1', '127.1.2.3', '[::1]', '::1'])
    t.ok(isLoopback(host), host);
  for (const host of ['localhost.example.com', '128.0.0.1', '127.0.0.1.example.com', '0.0.0.0', '[::2]'])
    t.notOk(isLoopback(host), host);
});
