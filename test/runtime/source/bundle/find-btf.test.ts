import t from 'tap';
import { findBtf } from '../../../../runtime/source/bundle/find-btf.js';

const [first, second, third] = [Buffer.from('1'), Buffer.from('2'), Buffer.from('3')];
const host = { distribution: 'ubuntu', version: '20.04', machine: 'x86_64', release: '5.4.0-42-generic' };

t.test('types are found by distribution, version, machine and release', async (t) => {
  const btfs = new Map([
    ['ubuntu/18.04/x86_64/5.4.0-42-generic', first],
    ['ubuntu/20.04/x86_64/5.4.0-42-generic', second],
    ['ubuntu/20.04/arm64/5.4.0-42-generic', third],
  ]);
  t.equal(findBtf(btfs, host), second);
  t.equal(findBtf(btfs, { ...host, machine: 'aarch64' }), third, 'by the other name of the machine');
  t.equal(findBtf(btfs, { ...host, release: '5.4.0-43-generic' }), undefined);
});

t.test(
  'in a container of another distribution the kernel is still known by its release, if but one has it',
  async (t) => {
    const alpine = { ...host, distribution: 'alpine', version: '3.20' };
    t.equal(findBtf(new Map([['ubuntu/20.04/x86_64/5.4.0-42-generic', first]]), alpine), first);
    const two = new Map([
      ['ubuntu/18.04/x86_64/5.4.0-42-generic', first],
      ['ubuntu/20.04/x86_64/5.4.0-42-generic', second],
    ]);
    t.equal(findBtf(two, alpine), undefined);
  },
);
