import { languages } from '../../core/language.js';
import type { OptionRow } from '../../core/options/types.js';
import { message } from '../../core/message.js';

export type { OptionRow };

/** All options that stand before the package. A new one is a row here and a line where its value is read. */
export const optionTable = [
  {
    name: 'output',
    short: 'o',
    value: 'FORM',
    help: message`print events as columns, json, csv or raw; without it as columns`,
  },
  { name: 'json', short: 'j', help: message`print each event as one JSON object a line: -o json` },
  {
    name: 'fields',
    value: 'LIST',
    help: message`print these fields alone, in this order: pid,comm,peer.port`,
  },
  { name: 'filter', value: 'EXPR', help: message`print only events that pass: 'pid == 1 && comm ~ "ssh"'` },
  { name: 'sort', value: 'FIELD', help: message`order events by FIELD, by -FIELD the largest first` },
  { name: 'top', value: 'N', help: message`with --sort, print the first N alone` },
  {
    name: 'exec',
    value: 'COMMAND',
    help: message`once attached, run COMMAND in a shell; stop when it has ended`,
  },
  { name: 'duration', value: 'TIME', help: message`stop after TIME: 500ms, 10s, 2m` },
  { name: 'max-events', value: 'N', help: message`stop after N events` },
  {
    name: 'attach',
    value: 'PROGRAM=SECTION',
    help: message`attach PROGRAM as if its source said SEC("SECTION")`,
  },
  { name: 'disable', value: 'PROGRAM', help: message`leave PROGRAM alone; may be given again` },
  { name: 'partial', help: message`attach the programs that can be attached here, and say which cannot` },
  {
    name: 'iface',
    value: 'NAME',
    help: message`attach network programs to this interface, by name or index; may be given again`,
  },
  { name: 'cgroup', value: 'PATH', help: message`attach cgroup programs to this cgroup` },
  {
    name: 'pid',
    value: 'PID',
    help: message`let user-space probes and perf events look at this process alone`,
  },
  {
    name: 'binary',
    value: 'FILE',
    help: message`probe this executable or library, whatever the section names`,
  },
  {
    name: 'allow',
    value: 'RULE',
    help: message`refuse what no such RULE allows: kind:xdp, helper:bpf_get_*, attach:kprobe/*`,
  },
  {
    name: 'deny',
    value: 'RULE',
    help: message`refuse what RULE matches, such as helper:bpf_probe_write_user; may be given again`,
  },
  {
    name: 'map-size',
    value: 'MAP=N',
    help: message`give MAP room for N entries, or N bytes for a ring buffer; may be given again`,
  },
  {
    name: 'buffer-size',
    value: 'SIZE',
    help: message`bytes of ring buffers, and on each CPU of perf buffers and the trace: 64k, 4m`,
  },
  {
    name: 'fail-on-lost',
    help: message`end with exit code 8 when events were lost, or may be`,
  },
  {
    name: 'lab',
    value: 'KERNEL',
    optionalValue: true,
    help: message`run in a lab VM, without root; KERNEL: 6.12 or a path; auto: if this host cannot`,
  },
  {
    name: 'key',
    value: 'FILE',
    help: message`run only what the key in FILE, or another one given so, has signed`,
  },
  {
    name: 'digest',
    value: 'DIGEST',
    help: message`run only the package of this digest, sha256:…, wherever it comes from`,
  },
  {
    name: 'ca-file',
    value: 'FILE',
    help: message`trust these certificates, too, where the package comes over the network`,
  },
  { name: 'plain-http', help: message`ask other machines without TLS, too` },
  { name: 'insecure', help: message`run what comes over the network even if nobody vouches for it` },
  {
    name: 'lang',
    value: 'LANG',
    choices: languages,
    help: message`language of messages: en or zh; else that of the locale`,
  },
  { name: 'quiet', short: 'q', help: message`print nothing but events and errors` },
  { name: 'verbose', short: 'v', help: message`say more, also about errors` },
  { name: 'version', help: message`print the version` },
  { name: 'help', short: 'h', help: message`print this help` },
] as const satisfies readonly OptionRow[];

/** The name of an option. */
export type OptionName = (typeof optionTable)[number]['name'];
