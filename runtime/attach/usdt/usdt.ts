import { TseccError } from '../../../core/errors.js';
import { Message, message, type Phrase } from '../../../core/message.js';
import { openBinary } from '../binary/open-binary.js';
import { readPlace } from '../binary/place.js';
import type { Binary } from '../binary/types.js';
import { explainRefusal } from '../explain-refusal.js';
import { linkOf } from '../link.js';
import { targetProcess } from '../target-process.js';
import type { AttachContext, Link, LoadedProgram } from '../types.js';
import { setUprobe } from '../uprobe-events.js';
import { maxUsdtArguments } from './encode-spec.js';
import { findProbes, type ProbePlace } from './find-probes.js';
import { parseUsdtArguments } from './parse-arguments.js';
import { probeAddress } from './probe-address.js';
import { addUsdtAddress, addUsdtSpec } from './spec-maps.js';

/** Attaches a program to all places of a static probe, `path:provider:name`, and tells it where the arguments are. */
export function attachUsdt(program: LoadedProgram, context: AttachContext): Link {
  const { binary: name, place } = readPlace(program, context, 'path:provider:name', 2);
  const pid = targetProcess(program, context);
  const binary = openBinary(program, context, name);
  const specs = new Map<string, number>();
  const held: number[] = [];
  try {
    for (const probe of findProbes(program, binary, place)) {
      const text = probe.probe.arguments;
      const spec = specs.get(text) ?? describeArguments(program, context, binary, text);
      specs.set(text, spec);
      held.push(...setProbe(program, context, { binary, probe, spec, pid }));
    }
    return linkOf(context.kernel, program, held);
  } catch (error) {
    for (const fd of held) context.kernel.close(fd);
    throw error instanceof TseccError ? error : explainRefusal(program, error);
  }
}

function describeArguments(
  program: LoadedProgram,
  context: AttachContext,
  { elf }: Binary,
  text: string,
): number {
  const args = parseUsdtArguments(elf.machine, text);
  if (args instanceof Message) throw failed(program, args);
  if (args.length > maxUsdtArguments) {
    throw failed(
      program,
      message`the probe has ${args.length} arguments, and libbpf knows ${maxUsdtArguments}`,
    );
  }
  const spec = addUsdtSpec(context, args);
  if (spec !== undefined) return spec;
  throw failed(
    program,
    message`the package has no room for so many probes`,
    message`define BPF_USDT_MAX_SPEC_CNT before usdt.bpf.h is included`,
  );
}

interface Probe {
  readonly binary: Binary;
  readonly probe: ProbePlace;
  readonly spec: number;
  readonly pid: number | undefined;
}

function setProbe(
  program: LoadedProgram,
  context: AttachContext,
  { binary, probe, spec, pid }: Probe,
): readonly number[] {
  const request = {
    path: binary.path,
    offset: probe.offset,
    semaphore: probe.semaphore,
    atReturn: false,
    pid,
    cookie: spec,
  };
  const held = setUprobe(program, context, request);
  try {
    // Without a link there is no cookie.
    if (held.length === 1) {
      addUsdtAddress(context, probeAddress(program, context, binary, probe), spec);
    }
    return held;
  } catch (error) {
    for (const fd of held) context.kernel.close(fd);
    throw error;
  }
}

function failed({ program, section }: LoadedProgram, why: Phrase, cure?: Phrase): TseccError {
  return new TseccError('attach-failed', message`attach '${program}' to ${section}: ${why}`, { cure });
}
