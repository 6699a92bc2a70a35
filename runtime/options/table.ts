import { languages } from '../../core/language.js';
import type { OptionRow } from '../../core/options/types.js';

export type { OptionRow };

/** All options that stand before the package. A new one is a row here and a line where its value is read. */
export const optionTable = [
  {
    name: 'output',
    short: 'o',
    value: 'FORM',
    help: 'print events as columns, json, csv or raw; without it as columns',
  },
  { name: 'json', short: 'j', help: 'print each event as one JSON object a line: -o json' },
  { name: 'fields', value: 'LIST', help: 'print these fields alone, in this order: pid,comm,peer.port' },
  { name: 'filter', value: 'EXPR', help: 'print only events that pass: \'pid == 1 && comm ~ "ssh"\'' },
  { name: 'sort', value: 'FIELD', help: 'order events by FIELD, by -FIELD the largest first' },
  { name: 'top', value: 'N', help: 'with --sort, print the first N alone' },
  { name: 'exec', value: 'COMMAND', help: 'once attached, run COMMAND in a shell; stop when it has ended' },
  { name: 'duration', value: 'TIME', help: 'stop after TIME: 500ms, 10s, 2m' },
  { name: 'max-events', value: 'N', help: 'stop after N events' },
  {
    name: 'attach',
    value: 'PROGRAM=SECTION',
    help: 'attach PROGRAM as if its source said SEC("SECTION")',
  },
  { name: 'disable', value: 'PROGRAM', help: 'leave PROGRAM alone; may be given again' },
  { name: 'partial', help: 'attach the programs that can be attached here, and say which cannot' },
  {
    name: 'iface',
    value: 'NAME',
    help: 'attach network programs to this interface, by name or index; may be given again',
  },
  { name: 'cgroup', value: 'PATH', help: 'attach cgroup programs to this cgroup' },
  { name: 'pid', value: 'PID', help: 'let user-space probes and perf events look at this process alone' },
  { name: 'binary', value: 'FILE', help: 'probe this executable or library, whatever the section names' },
  {
    name: 'map-size',
    value: 'MAP=N',
    help: 'give MAP room for N entries, or N bytes for a ring buffer; may be given again',
  },
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
