import t from 'tap';
import {
  createIteratorLink,
  createKprobeMultiLink,
  createUprobeMultiLink,
} from '../../../runtime/kernel/probe-links.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

/** Numbers of 64 bits that an address in the attributes leads to. */
function numbersAt(kernel: FakeKernel, offset: number): readonly bigint[] {
  const bytes = kernel.bytesAt(kernel.linkAttributes[0]?.getBigUint64(offset, true) ?? 0n);
  return [...new BigUint64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)];
}

t.test('many kernel probes are one link with their addresses', async (t) => {
  const kernel = new FakeKernel();
  createKprobeMultiLink(kernel, 5, [0xffffffff81000010n, 0xffffffff81000020n], 'return');
  const attributes = kernel.linkAttributes[0];
  t.match(kernel.log[0], /^link_create 5 0 type 42/);
  t.equal(attributes?.getUint32(16, true), 1, 'BPF_F_KPROBE_MULTI_RETURN');
  t.equal(attributes?.getUint32(20, true), 2);
  t.same(numbersAt(kernel, 32), [0xffffffff81000010n, 0xffffffff81000020n]);
});

t.test('many probes of a file are one link with its path and their offsets', async (t) => {
  const kernel = new FakeKernel();
  createUprobeMultiLink(kernel, 5, { path: '/opt/target', offsets: [240, 256], pid: 7 }, 'entry');
  const attributes = kernel.linkAttributes[0];
  t.match(kernel.log[0], /^link_create 5 0 type 48/);
  t.equal(kernel.textAt(attributes?.getBigUint64(16, true) ?? 0n), '/opt/target');
  t.same(numbersAt(kernel, 24), [240n, 256n]);
  t.equal(attributes?.getUint32(48, true), 2);
  t.equal(attributes?.getUint32(52, true), 0);
  t.equal(attributes?.getUint32(56, true), 7);
});

t.test('sessions are links of types of their own', async (t) => {
  const kernel = new FakeKernel();
  createKprobeMultiLink(kernel, 5, [1n], 'session');
  createUprobeMultiLink(kernel, 5, { path: '/opt/target', offsets: [1], pid: undefined }, 'session');
  t.match(kernel.log, [/type 56/, /type 57/]);
});

t.test('an iterator goes over everything, a map or a process', async (t) => {
  const kernel = new FakeKernel();
  createIteratorLink(kernel, 5, undefined);
  createIteratorLink(kernel, 5, { map: 9 });
  createIteratorLink(kernel, 5, { pid: 7 });
  t.match(kernel.log, [/type 28/, /type 28/, /type 28/]);
  const scopes = kernel.linkAttributes.map((view) => {
    const length = view.getUint32(24, true);
    return Buffer.from(kernel.bytesAt(view.getBigUint64(16, true)))
      .toString('hex')
      .slice(0, 2 * length);
  });
  t.same(scopes, ['', '09000000', '00000000070000000000000000000000']);
});
