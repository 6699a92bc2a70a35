import { readFileSync } from 'node:fs';
import t from 'tap';
import { readFacts, type FactOptions } from '../../../compiler/facts/read-facts.js';
import { typeText } from '../../../compiler/events/event-type.js';
import { readHeader, readSource } from '../../../compiler/read-source.js';
import { packagesFolder } from '../../fixtures/annotations/golden-packages.js';
import { inEnglish } from '../../fixtures/in-english.js';

const facts = (name: string, options: FactOptions = {}) =>
  readFacts(readSource(`${packagesFolder}${name}`), options);
const textOf = (text: string) => ({ path: 'dir/a.bpf.c', directory: 'dir', text });

t.test('what buffers carry is kept, and the enums that formats name', async (t) => {
  const { kept, plan, annotations, diagnostics } = await facts('header.bpf.c');
  t.same(plan.types.map(typeText), ['struct first_packed']);
  t.same(kept.map(typeText), ['struct first_packed', 'enum file_kind']);
  t.equal(annotations.members.get('event.address')?.own.format, 'ipv4', "a header's members count");
  t.same(diagnostics, []);
});

t.test('a header that is given exports its structs behind what is carried', async (t) => {
  const header = readHeader(`${packagesFolder}events.h`);
  const { plan, origins } = await facts('header.bpf.c', { header });
  t.same(plan.types.map(typeText), ['struct first_packed', 'struct event', 'bare_t', 'struct named']);
  t.match(origins.get('struct event'), {
    by: 'header',
    location: { file: header.path, lineText: /struct event \{/ },
  });
  t.match(origins.get('struct first_packed'), { by: 'inferred', location: { lineText: /} rb SEC/ } });
  t.match(origins.get('enum file_kind'), { by: 'format', location: { lineText: /kind;/ } });
});

t.test('a header that the source does not include is read all the same', async (t) => {
  const header = { path: 'other.h', text: 'struct other { int a; /// @sample 1\n};' };
  const { plan, diagnostics } = await readFacts(textOf('int a;'), { header });
  t.same(plan.types.map(typeText), ['struct other']);
  t.match(inEnglish(diagnostics), [
    { text: '@sample says nothing about a member', location: { file: 'other.h' } },
  ]);
});

t.test('the source itself exports its structs', async (t) => {
  const source = readSource(`${packagesFolder}header-only.h`, { headers: true });
  const { plan } = await readFacts(source, { headerOnly: true });
  t.same(plan.types.map(typeText), ['struct event', 'moment_t']);
  t.match(inEnglish((await readFacts(textOf('int a;'), { headerOnly: true })).diagnostics), [
    { severity: 'warning', text: "'dir/a.bpf.c' defines no struct: it exports nothing" },
  ]);
});

t.test("a map that its author has configured keeps its author's configuration", async (t) => {
  const { plan } = await facts('several.bpf.c');
  t.same(
    [...plan.configs].map(([map, type]) => [map, typeText(type)]),
    [
      ['opens', 'struct opened'],
      ['closes', 'closed_t'],
    ],
  );
  t.ok(readFileSync(`${packagesFolder}several.bpf.c`, 'utf8').includes('quiet SEC(".maps")'));
});

t.test('what an author states is told from what is inferred', async (t) => {
  t.match((await facts('stated.bpf.c')).origins.get('struct closed'), { by: 'event' });
});
