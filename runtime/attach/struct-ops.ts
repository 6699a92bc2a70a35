import { TseccError } from '../../core/errors.js';
import { joinPhrases, message, type Phrase } from '../../core/message.js';
import { readStructOps, type StructOps } from '../../core/object/struct-ops.js';
import { layOutStructOps, StructOpsError, type StructOpsValue } from '../../core/object/struct-ops-value.js';
import { attachTypes } from '../kernel/attach-types.js';
import { createLink } from '../kernel/bpf-attach.js';
import { errno } from '../kernel/errno.js';
import { readKernelBtf } from '../kernel/kernel-btf.js';
import { createMark } from '../kernel/marks.js';
import { mapInfo } from '../kernel/object-info.js';
import { structOpsMark } from '../kernel/struct-ops-mark.js';
import { unregisterStructOps, updateStructOps } from '../kernel/struct-ops.js';
import type { Kernel } from '../kernel/types.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import type { AttachContext, Link, LoadedMap, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** include/uapi/linux/bpf.h: a map that is registered by a link (Linux ≥ 6.4). */
const BPF_F_LINK = 0x2000;

/**
 * Registers the struct that a program belongs to, such as a tcp_congestion_ops, with all its functions: the first of
 * its programs does it for the others, whose links hold nothing. A map with BPF_F_LINK is held by a link; any other
 * stays registered in the kernel, so a mark goes before it.
 */
export async function attachStructOps(program: LoadedProgram, context: AttachContext): Promise<Link> {
  const all = readStructOps(context.object);
  const own = all.filter(({ functions }) => functions.some((each) => each.program === program.program));
  if (own.length === 0) {
    throw new TseccError(
      'package-invalid',
      message`attach '${program.program}' to ${program.section}: no struct in SEC(".struct_ops") names it`,
    );
  }
  const leading = own.filter((ops) => leaderOf(ops, context) === program.program);
  const links: Link[] = [];
  try {
    for (const ops of leading) links.push(await register(program, ops, context));
  } catch (error) {
    for (const link of links) link[Symbol.dispose]();
    throw error;
  }
  const notes = links.flatMap(({ note }) => note ?? []);
  return {
    program: program.program,
    section: program.section,
    note: notes.length > 0 ? joinPhrases(notes, (before, next) => message`${before}; ${next}`) : undefined,
    [Symbol.dispose]: () => {
      for (const link of links.toReversed()) link[Symbol.dispose]();
    },
  };
}

function leaderOf({ functions }: StructOps, { programs }: AttachContext): string | undefined {
  return programs.find(({ program }) => functions.some((each) => each.program === program))?.program;
}

async function register(program: LoadedProgram, ops: StructOps, context: AttachContext): Promise<Link> {
  const { kernel } = context;
  const map = context.maps.find(({ name }) => name === ops.name);
  if (!map)
    throw new TseccError(
      'unforeseen',
      message`attach '${program.program}': struct '${ops.name}' is not loaded`,
    );
  const info = mapInfo(kernel, map.fd);
  const value = layOut(program, ops, context, info.kernelValueType);
  const note = message`${ops.name} is registered as ${value.structName}`;
  const byLink = (info.flags & BPF_F_LINK) !== 0;
  const link = byLink
    ? linkTo(program, kernel, map, value)
    : await registerMarked(program, kernel, map, value, info.id);
  return { ...link, note };
}

function layOut(
  program: LoadedProgram,
  ops: StructOps,
  { kernel, object, programs }: AttachContext,
  valueTypeId: number,
): StructOpsValue {
  const fail = (reason: Phrase, cause?: unknown): TseccError =>
    new TseccError('kernel-cannot', message`attach '${program.program}' to ${program.section}: ${reason}`, {
      cure: labCure('newer kernel'),
      cause,
    });
  if (!object.btf || valueTypeId === 0)
    throw fail(message`its struct belongs to a module, which tsecli cannot read`);
  const descriptorOf = (name: string): number => {
    const found = programs.find((each) => each.program === name);
    if (found) return found.fd;
    throw fail(message`'${name}' in the same struct is not loaded`);
  };
  try {
    const kernelStruct = { btf: readKernelBtf(kernel), valueTypeId };
    return layOutStructOps(ops, object.btf, kernelStruct, descriptorOf);
  } catch (cause) {
    throw cause instanceof StructOpsError ? fail(cause.phrase, cause) : cause;
  }
}

function linkTo(program: LoadedProgram, kernel: Kernel, map: LoadedMap, { bytes }: StructOpsValue): Link {
  try {
    updateStructOps(kernel, map.fd, bytes);
    const request = { program: map.fd, target: 0, type: attachTypes.BPF_STRUCT_OPS };
    return linkOf(kernel, program, [createLink(kernel, request)]);
  } catch (cause) {
    throw explain(program, map, cause);
  }
}

async function registerMarked(
  program: LoadedProgram,
  kernel: Kernel,
  map: LoadedMap,
  { bytes }: StructOpsValue,
  id: number,
): Promise<Link> {
  const mark = await createMark(kernel, structOpsMark, String(id));
  try {
    updateStructOps(kernel, map.fd, bytes);
  } catch (cause) {
    mark.remove();
    throw explain(program, map, cause);
  }
  let registered = true;
  return {
    program: program.program,
    section: program.section,
    [Symbol.dispose]: () => {
      if (!registered) return;
      registered = false;
      unregisterStructOps(kernel, map.fd);
      mark.remove();
    },
  };
}

function explain(program: LoadedProgram, map: LoadedMap, cause: unknown): TseccError {
  return networkRefusal(program, message`struct '${map.name}'`, cause, {
    [errno.EEXIST]: {
      reason: message`something of that name is registered already`,
      cure: message`give it another name`,
    },
    [errno.EINVAL]: { reason: message`the kernel finds the struct incomplete or its name taken` },
  });
}
