import t from 'tap';
import { pullLabKernels, readVersions, tryLabKernel } from '../../../tools/setup/lab-kernels.mjs';
import { fakeHost } from '../../fixtures/fake-host.js';

const list = `KERNEL        RELEASE                        STATE   DISK
6.12          6.12.117+deb12-cloud-amd64     ready   310 MB
6.1           6.1.0-56-cloud-amd64           pulled  22 MB
/boot/vmlinuz-5.10.1  5.10.1                 ready   300 MB
running: Linux 6.1.0-56-cloud-amd64, process 77, for 3 s
`;
const pulls = (ran: readonly string[]) => ran.filter((command) => command.includes('lab pull'));

t.test('the versions are those of the first column', async (t) => {
  t.same(readVersions(list), ['6.12', '6.1']);
  t.same(readVersions('no kernels yet\n'), []);
});

t.test('only what the lab lacks is pulled', async (t) => {
  const host = fakeHost({
    answer: (command) => ({ status: 0, output: command.endsWith('list') ? list : '' }),
  });
  pullLabKernels({ host, root: '/', dryRun: false }, ['6.1', '6.12', '6.13']);
  t.same(pulls(host.ran), ['node dist/bin/tsecli.js lab pull 6.13']);
  t.equal(host.said.length, 1);
});

t.test('before the first build, in a dry run, all are told', async (t) => {
  const host = fakeHost({});
  pullLabKernels({ host, root: '/', dryRun: true }, ['6.1', '6.12']);
  t.same(pulls(host.ran), []);
  t.equal(host.said.length, 2);
});

t.test('where no kernel is wanted, nothing is asked', async (t) => {
  const host = fakeHost({});
  pullLabKernels({ host, root: '/', dryRun: false }, []);
  t.same(host.ran, []);
});

t.test('one that cannot be had is no failure of all, and says why', async (t) => {
  const host = fakeHost({
    answer: (command) =>
      command.endsWith('list')
        ? { status: 0, output: list }
        : {
            status: command.endsWith('7.2') ? 9 : 0,
            output: 'tsecli: pull kernel: Linux 7.2 is in no list\n',
          },
  });
  const context = { host, root: '/', dryRun: false };
  t.equal(tryLabKernel(context, '6.1'), undefined);
  t.same(pulls(host.ran), [], 'what is here is not fetched');
  t.equal(tryLabKernel(context, '5.10'), undefined);
  t.match(
    tryLabKernel(context, '7.2'),
    /lab pull 7\.2: .*status 9\ntsecli: pull kernel: Linux 7\.2 is in no list/,
  );
});
