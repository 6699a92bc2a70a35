import { decodeAttributes, numberIn, textIn, type RouteAttribute } from './route-attributes.js';
import { askRoute, requestFlags } from './route-socket.js';
import { decodeTcMessage, encodeTcMessage, type TcMessage } from './tc-message.js';
import type { Kernel } from './types.js';

// include/uapi/linux/rtnetlink.h, pkt_cls.h, tc_act/tc_bpf.h
const RTM_NEWTFILTER = 44;
const RTM_DELTFILTER = 45;
const RTM_GETTFILTER = 46;
const TCA_KIND = 1;
const TCA_OPTIONS = 2;
const TCA_BPF_ACT = 1;
const TCA_BPF_OPS_LEN = 4;
const TCA_BPF_OPS = 5;
const TCA_BPF_FD = 6;
const TCA_BPF_NAME = 7;
const TCA_BPF_FLAGS = 8;
const TCA_BPF_ID = 11;
const TCA_BPF_FLAG_ACT_DIRECT = 1;
/** include/uapi/linux/bpf_common.h */
const BPF_RET = 6;
const TCA_ACT_KIND = 1;
const TCA_ACT_OPTIONS = 2;
const TCA_ACT_BPF_PARMS = 2;
const TCA_ACT_BPF_FD = 5;
const TCA_ACT_BPF_NAME = 6;
const TCA_ACT_BPF_ID = 9;
/** ETH_P_ALL in network byte order. */
const everyProtocol = 0x0300;

/** Where filters stand: a parent of an interface's qdisc. */
export interface FilterPlace {
  readonly ifindex: number;
  readonly parent: number;
}

/** A filter that runs a BPF program. */
export interface NewFilter extends FilterPlace {
  /** Among the filters of a priority; 0: the kernel chooses. */
  readonly handle: number;
  /** Lower ones run first; 0: the kernel chooses. */
  readonly priority: number;
  /** Descriptor of the program. */
  readonly program: number;
  readonly name: string;
  /** True for a program of type SCHED_ACT: it runs as the action of a filter that takes every packet. */
  readonly action: boolean;
}

/** Adds a cls_bpf filter; fails with EEXIST where handle and priority are taken, with ENOENT without cls_bpf. */
export function addFilter(kernel: Kernel, filter: NewFilter): void {
  const { ifindex, parent, handle, priority } = filter;
  const info = ((priority << 16) | everyProtocol) >>> 0;
  const body = encodeTcMessage({ ifindex, parent, handle, info }, [
    [TCA_KIND, 'bpf'],
    [TCA_OPTIONS, filter.action ? actionOptions(filter) : classifierOptions(filter)],
  ]);
  const flags = requestFlags.acknowledge | requestFlags.create | requestFlags.exclusive;
  askRoute(kernel, { type: RTM_NEWTFILTER, flags, body });
}

function classifierOptions({ program, name }: NewFilter): readonly RouteAttribute[] {
  return [
    [TCA_BPF_FD, program],
    [TCA_BPF_NAME, name],
    // What the program returns is what becomes of the packet.
    [TCA_BPF_FLAGS, TCA_BPF_FLAG_ACT_DIRECT],
  ];
}

function actionOptions({ program, name }: NewFilter): readonly RouteAttribute[] {
  // One instruction of classic BPF, `ret #-1`: every packet matches.
  const matchAll = new Uint8Array(Uint16Array.of(BPF_RET, 0, 0xffff, 0xffff).buffer);
  const parameters = new Uint8Array(20);
  const options: readonly RouteAttribute[] = [
    [TCA_ACT_BPF_PARMS, parameters],
    [TCA_ACT_BPF_FD, program],
    [TCA_ACT_BPF_NAME, name],
  ];
  return [
    [TCA_BPF_OPS_LEN, new Uint8Array(Uint16Array.of(1).buffer)],
    [TCA_BPF_OPS, matchAll],
    [
      TCA_BPF_ACT,
      [
        [
          1,
          [
            [TCA_ACT_KIND, 'bpf'],
            [TCA_ACT_OPTIONS, options],
          ],
        ],
      ],
    ],
  ];
}

/** A filter that is there. */
export interface FoundFilter extends TcMessage {
  readonly kind: string;
  /** The number of the BPF program that it runs, as classifier or as its first action. */
  readonly programId: number | undefined;
}

/** All filters at a place; none where there is no such qdisc or interface. */
export function listFilters(kernel: Kernel, { ifindex, parent }: FilterPlace): readonly FoundFilter[] {
  const body = encodeTcMessage({ ifindex, parent, handle: 0, info: 0 });
  return askRoute(kernel, { type: RTM_GETTFILTER, flags: requestFlags.dump, body }).flatMap((answer) => {
    const decoded = decodeTcMessage(answer);
    // The kernel also lists each priority by itself, with handle 0.
    if (!decoded || decoded.message.ifindex !== ifindex || decoded.message.handle === 0) return [];
    const attributes = decodeAttributes(decoded.rest);
    const kind = textIn(attributes.get(TCA_KIND)) ?? '';
    return [{ ...decoded.message, kind, programId: programIdIn(kind, attributes.get(TCA_OPTIONS)) }];
  });
}

function programIdIn(kind: string, options: Uint8Array | undefined): number | undefined {
  if (kind !== 'bpf' || !options) return undefined;
  const found = decodeAttributes(options);
  const action = inside(inside(found.get(TCA_BPF_ACT)).get(1));
  const actionId = inside(action.get(TCA_ACT_OPTIONS)).get(TCA_ACT_BPF_ID);
  return numberIn(found.get(TCA_BPF_ID) ?? actionId);
}

function inside(bytes: Uint8Array | undefined): ReadonlyMap<number, Uint8Array> {
  return decodeAttributes(bytes ?? new Uint8Array());
}

/** Removes the one filter that was found. */
export function removeFilter(kernel: Kernel, { ifindex, parent, handle, info, kind }: FoundFilter): void {
  const body = encodeTcMessage({ ifindex, parent, handle, info }, [[TCA_KIND, kind]]);
  askRoute(kernel, { type: RTM_DELTFILTER, flags: requestFlags.acknowledge, body });
}
