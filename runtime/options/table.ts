import { languages } from '../../core/language.js';
import type { OptionRow } from '../../core/options/types.js';

export type { OptionRow };

/** All options that stand before the package. A new one is a row here and a line where its value is read. */
export const optionTable = [
  { name: 'json', short: 'j', help: 'print each event as one JSON object a line' },
  { name: 'exec', value: 'COMMAND', help: 'once attached, run COMMAND in a shell; stop when it has ended' },
  { name: 'duration', value: 'TIME', help: 'stop after TIME: 500ms, 10s, 2m' },
  { name: 'max-events', value: 'N', help: 'stop after N events' },
  {
    name: 'attach',
    value: 'PROGRAM=SECTION',
    help: 'attach PROGRAM as if its source said SEC("SECTION")',
  },
  {
    name: 'iface',
    value: 'NAME',
    help: 'attach network programs to this interface, by name or index; may be given again',
  },
  { name: 'cgroup', value: 'PATH', help: 'attach cgroup programs to this cgroup' },
  { name: 'pid', value: 'PID', help: 'let user-space probes and perf events look at this process alone' },
  { name: 'binary', value: 'FILE', help: 'probe this executable or library, whatever the section names' },
  {
    name: 'lab',
    value: 'KERNEL',
    optionalValue: true,
    help: 'run in a lab VM, without root; KERNEL: 6.12 or a path; auto: if this host cannot',
  },
  {
    name: 'lang',
    value: 'LANG',
    choices: languages,
    help: 'language of messages: en or zh; else that of the locale',
  },
  { name: 'quiet', short: 'q', help: 'print nothing but events and errors' },
  { name: 'verbose', short: 'v', help: 'say more, also about errors' },
  { name: 'version', help: 'print the version' },
  { name: 'help', short: 'h', help: 'print this help' },
] as const satisfies readonly OptionRow[];

/** The name of an option. */
export type OptionName = (typeof optionTable)[number]['name'];
