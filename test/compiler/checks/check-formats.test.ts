import t from 'tap';
import { checkFormats } from '../../../compiler/checks/check-formats.js';
import { checkedOf } from '../../fixtures/checked.js';

function said(format: string): readonly string[] {
  const data = new TextEncoder().encode(`${format}\0`);
  const section = {
    name: '.rodata',
    sectionIndex: 2,
    size: data.length,
    data,
    variables: [{ name: 'trace.____fmt', typeId: 1, offset: 0, size: data.length, static: true }],
  };
  return checkFormats(checkedOf(`bpf_printk("${format}");`, { dataSections: [section] })).map(
    ({ text, cure, location }) => `${location?.column} ${String(text)} ${String(cure)}`,
  );
}

t.test('what the kernel does not print is told of, with what to write', async (t) => {
  t.match(said('a %f'), [/^13 .*print %f: .* whole ones/]);
  t.match(said('a %.2f'), [/whole ones/]);
  t.match(said('%o'), [/print it with %x/]);
  t.match(said('%zu'), [/leave out the z/]);
  t.match(said('%n'), [/it knows %d/]);
  t.match(said('100%'), [/it knows %d/]);
});

t.test('what it prints is not', async (t) => {
  for (const format of [
    'plain',
    '%d %i %u %x %X',
    '%ld %llu %lx',
    '%s %c %p',
    '%pI4 %pks',
    '%5d %-10s %08x',
    '100%%',
  ])
    t.same(said(format), [], format);
});
