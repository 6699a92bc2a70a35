import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { mapReferences } from '../../core/object/map-references.js';
import { attachTypes } from '../kernel/attach-types.js';
import { attachToMap, detachFromMap } from '../kernel/bpf-attach.js';
import { errno, errnoOf } from '../kernel/errno.js';
import { ifThere } from '../kernel/if-there.js';
import type { Kernel } from '../kernel/types.js';
import { networkRefusal } from './network-refusal.js';
import type { AttachContext, Link, LoadedMap, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

// enum bpf_map_type, include/uapi/linux/bpf.h.
const BPF_MAP_TYPE_SOCKMAP = 15;
const BPF_MAP_TYPE_SOCKHASH = 18;

/** The hook of a section; plain SEC("sk_skb") is a verdict without a parser. */
const hooks: Readonly<Record<string, number>> = {
  sk_msg: attachTypes.BPF_SK_MSG_VERDICT,
  sk_skb: attachTypes.BPF_SK_SKB_VERDICT,
  'sk_skb/stream_parser': attachTypes.BPF_SK_SKB_STREAM_PARSER,
  'sk_skb/stream_verdict': attachTypes.BPF_SK_SKB_STREAM_VERDICT,
};

/**
 * Attaches a program to a map of sockets of its own object, sockmap or sockhash: it sees what goes through the
 * sockets that programs put there. The map drops it with the map's last descriptor, so nothing outlives us.
 */
export function attachToSockmap(program: LoadedProgram, context: AttachContext): Link {
  const { kernel } = context;
  const map = chooseMap(program, context);
  const hook = hooks[program.section.replace(/^\?/, '')] ?? attachTypes.BPF_SK_SKB_VERDICT;
  const type = attachWith(program, kernel, map, hook);
  let attached = true;
  return {
    program: program.program,
    section: program.section,
    [Symbol.dispose]: () => {
      if (!attached) return;
      attached = false;
      // Somebody may have put another in its place.
      ifThere(() => detachFromMap(kernel, { map: map.fd, program: program.fd, type }));
    },
  };
}

/** Gives the attach type that the kernel took. */
function attachWith(program: LoadedProgram, kernel: Kernel, map: LoadedMap, type: number): number {
  try {
    attachToMap(kernel, { map: map.fd, program: program.fd, type });
    return type;
  } catch (cause) {
    // Before Linux 5.13 there was but one kind of verdict.
    if (type === attachTypes.BPF_SK_SKB_VERDICT && errnoOf(cause) === errno.EINVAL) {
      return attachWith(program, kernel, map, attachTypes.BPF_SK_SKB_STREAM_VERDICT);
    }
    throw networkRefusal(program, message`map '${map.name}'`, cause, {
      [errno.EBUSY]: { reason: message`a program that excludes this one is there already` },
      [errno.EOPNOTSUPP]: {
        code: 'kernel-cannot',
        reason: message`kernel ${kernel.release} has no stream parser (CONFIG_BPF_STREAM_PARSER)`,
        cure: labCure('kernel'),
      },
    });
  }
}

/** The object's only map of sockets, or of several the only one that the program names. */
function chooseMap(program: LoadedProgram, { object, maps }: AttachContext): LoadedMap {
  const sockmaps = maps.filter(({ definition }) =>
    [BPF_MAP_TYPE_SOCKMAP, BPF_MAP_TYPE_SOCKHASH].includes(definition?.type ?? 0),
  );
  const own = object.programs.find(({ name }) => name === program.program);
  const named = own ? mapReferences(object, own) : [];
  const candidates = sockmaps.length > 1 ? sockmaps.filter(({ name }) => named.includes(name)) : sockmaps;
  const [map, ...others] = candidates;
  if (map && others.length === 0) return map;
  const failed = message`attach '${program.program}' to ${program.section}`;
  if (sockmaps.length === 0) {
    throw new TseccError(
      'package-invalid',
      message`${failed}: the package has no map of sockets to attach it to`,
      {
        cure: message`define a map of type BPF_MAP_TYPE_SOCKMAP or BPF_MAP_TYPE_SOCKHASH`,
      },
    );
  }
  const names = sockmaps.map(({ name }) => name).join(', ');
  throw new TseccError(
    'package-invalid',
    message`${failed}: the package has several maps of sockets (${names}), and the program names ${map ? message`more than one` : message`none`} of them`,
    { cure: message`let the program use the one that it belongs to` },
  );
}
