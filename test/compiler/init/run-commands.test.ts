import t from 'tap';
import { runCommands } from '../../../compiler/init/run-commands.js';
import { readTemplates } from '../../../compiler/init/template.js';

const commandsOf = (id: string, name: string) => {
  const template = readTemplates().find((each) => each.id === id);
  return template ? runCommands(template, name) : [];
};

t.test('to compile, and to run in the lab', async (t) => {
  t.same(commandsOf('kprobe', 'gone'), [
    'tsecc gone.bpf.c',
    "tsecli --lab --exec 'touch test1; rm test1' package.json",
  ]);
  t.match(commandsOf('xdp', 'drop'), ['tsecc drop.bpf.c', /^tsecli --lab --iface lo --exec 'ping /]);
});

t.test('what has to be built is built in between', async (t) => {
  t.same(commandsOf('usdt', 'shop'), [
    'tsecc shop.bpf.c',
    'cc -O2 -o shop-target shop-target.c',
    'tsecli --lab --exec ./shop-target package.json',
  ]);
});

t.test('a quote in the workload stays one', async (t) => {
  const template = { build: [], options: '', workload: "echo 'a'" };
  t.equal(
    runCommands({ ...base(), ...template }, 'x')[1],
    "tsecli --lab --exec 'echo '\\''a'\\''' package.json",
  );
});

function base() {
  const [template] = readTemplates();
  if (!template) throw new Error('no templates');
  return template;
}
