import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { argumentsOf } from '../../../runtime/arguments/arguments-of.js';
import { argumentsOfEvents, metaOf } from '../../fixtures/arguments.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const find = (variable: string, about: Readonly<Record<string, unknown>> = {}, object = 'events') =>
  argumentsOfEvents([{ name: variable, ...about }], object).find((each) => each.variable === variable);

t.test(
  'global variables are arguments, but static ones, pointers, and structs that programs write to',
  async (t) => {
    for (const object of ['events', 'events.be']) {
      t.same(
        argumentsOfEvents([], object).map(
          ({ variable, section, defaultText }) => `${section} ${variable}=${defaultText}`,
        ),
        [
          '.data runs=3',
          '.rodata verbose=true',
          '.rodata level=-3',
          '.rodata port=80',
          '.rodata target_pid=7',
          '.rodata threshold=-1',
          '.rodata limit=18446744073709551615',
          '.rodata ratio=0.5',
          '.rodata target_comm=rm',
          '.rodata targets=1,2,0',
          '.rodata wanted=SLEEPING',
          '.rodata rights=READ',
          '.rodata origin.x=1',
          '.rodata origin.y=2',
          '.rodata quiet=false',
          '.bss counts=0,0,0,0',
          '.bss total=0',
        ],
        object,
      );
    }
  },
);

t.test('the manifest names them and their defaults', async (t) => {
  const argument = find('target_pid', {
    description: 'older',
    cmdarg: { long: 'pid', short: 'p', default: 9, help: 'which' },
  });
  t.match(argument, {
    name: 'pid',
    short: 'p',
    help: 'which',
    defaultText: '9',
    type: 'pid_type',
  });
  t.same([...(argument?.preset ?? [])], [9, 0, 0, 0]);
  t.match(find('target_pid', { description: 'older', value: 7 }), {
    help: 'older',
    defaultText: '7',
    preset: undefined,
  });
  t.same([...(find('target_pid', { value: 9 }, 'events.be')?.preset ?? [])], [0, 0, 0, 9]);
});

t.test('defaults are of any kind', async (t) => {
  const preset = (variable: string, value: unknown) =>
    find(variable, { cmdarg: { default: value } })?.defaultText;
  t.equal(preset('verbose', false), 'false');
  t.equal(preset('level', '-5'), '-5');
  t.equal(preset('threshold', '-9223372036854775808'), '-9223372036854775808');
  t.equal(preset('ratio', 1.25), '1.25');
  t.equal(preset('target_comm', 'bash'), 'bash');
  t.equal(preset('targets', [7, '8']), '7,8,0');
  t.equal(preset('wanted', 'STOPPED'), 'STOPPED');
});

t.test("a number that JSON rounded is the object's where it rounds to it", async (t) => {
  t.match(find('limit', { value: 18446744073709552000 }), {
    defaultText: '18446744073709551615',
    preset: undefined,
  });
  t.equal(find('limit', { value: 2 ** 60 })?.defaultText, '1152921504606846976');
});

t.test('refuses defaults that do not fit', async (t) => {
  const refuse = (variable: string, value: unknown) => () => find(variable, { value });
  t.throws(refuse('port', 65536), {
    code: 'package-invalid',
    message: "read default of variable 'port': 65536 is out of range: it goes from 0 to 65535",
  });
  t.throws(refuse('port', {}), { message: /neither text nor a number/ });
  t.throws(refuse('targets', [[1]]), { message: /neither text nor a number/ });
  t.throws(refuse('port', 1e300), { code: 'package-invalid' });
});

t.test('refuses two of one name', async (t) => {
  t.throws(() => argumentsOfEvents([{ name: 'port', cmdarg: { long: 'level' } }]), {
    code: 'package-invalid',
    message: "read arguments: the variables 'level' and 'port' are both set by --level",
  });
});

t.test("ignores what keeps ecc's types, and objects without types", async (t) => {
  t.same(argumentsOf(readObject(objectBytes('no-debug')), metaOf()), []);
  t.same(
    argumentsOf(
      { ...readObject(objectBytes('events')), dataSections: [] },
      { bpf_skel: { obj_name: 'x', data_sections: null } },
    ),
    [],
  );
});

t.test('members of a struct have their own places, and defaults that the manifest names', async (t) => {
  const about = {
    name: 'origin',
    cmdarg: { long: 'from', short: 'f', help: 'where', default: { y: -3, z: 1 } },
  };
  for (const object of ['events', 'events.be']) {
    const [x, y] = argumentsOfEvents([about], object).filter(({ variable }) => variable.startsWith('origin'));
    t.match(x, { name: 'from.x', short: undefined, help: 'where', type: 'short', preset: undefined });
    t.match(y, { name: 'from.y', variable: 'origin.y', defaultText: '-3' });
    t.equal((y?.offset ?? 0) - (x?.offset ?? 0), 2);
    const bytes = [...(y?.preset ?? [])];
    t.same(object === 'events' ? bytes : bytes.reverse(), [0xfd, 0xff]);
  }
  t.throws(() => argumentsOfEvents([{ name: 'origin', value: { y: 'no' } }]), {
    code: 'package-invalid',
    message: /variable 'origin.y'/,
  });
});

t.test('a struct that programs write to is an argument where the manifest makes it one', async (t) => {
  const meta = {
    bpf_skel: {
      obj_name: 'x',
      data_sections: [{ name: '.data', variables: [{ name: 'event', type: '', cmdarg: { long: 'e' } }] }],
    },
  };
  const found = argumentsOf(readObject(objectBytes('events')), meta);
  t.equal(found.find(({ name }) => name === 'e.at.y')?.defaultText, '-4');
});
