import t from 'tap';
import { keepCredentials } from '../../../../runtime/registry/credentials/keeper.js';
import { logout } from '../../../../runtime/registry/commands/logout.js';
import { collectingIo } from '../../../fixtures/report-io.js';

t.test('who logs out is told whether there was somebody', async (t) => {
  const env = { DOCKER_CONFIG: t.testdir({}) };
  await keepCredentials('h', { username: 'a', secret: 'b' }, env);
  const { io, written } = collectingIo({ env });
  await logout('h', io);
  await logout('h', io);
  t.equal(written().stderr, 'logged out from h\nnobody was logged in at h\n');
});
