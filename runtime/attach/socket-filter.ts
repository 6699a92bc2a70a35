import type { NetworkInterface } from '../kernel/interfaces.js';
import { openPacketSocket } from '../kernel/packet-socket.js';
import { attachToEach, goneMeanings } from './at-interfaces.js';
import { chooseInterfaces } from './choose-interfaces.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import { numberSetting } from './settings.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { message } from '../../core/message.js';

/** What every packet of every interface goes by: it has no name. */
const everyInterface: NetworkInterface = { index: 0, name: '' };

/**
 * Attaches SEC("socket") as the filter of a packet socket of ours, which sees what comes in and goes out at the
 * interfaces that are named, or at all. What it returns changes nothing: the packets themselves go on.
 */
export async function attachSocketFilter(program: LoadedProgram, context: AttachContext): Promise<Link> {
  const { kernel, options } = context;
  const packaged = numberSetting(context.settings(program.program), 'ifindex');
  const named = options.interfaces.length > 0 || (packaged !== undefined && packaged !== 0);
  const targets = named ? chooseInterfaces(program, context, packaged) : [everyInterface];
  const held = await attachToEach(targets, (target) => {
    try {
      return linkOf(kernel, program, [openPacketSocket(kernel, program.fd, target.index)]);
    } catch (cause) {
      throw networkRefusal(
        program,
        target.name || message`every interface`,
        cause,
        goneMeanings(kernel, target, cause),
      );
    }
  });
  return {
    program: program.program,
    section: program.section,
    [Symbol.dispose]: () => {
      for (const each of held) each[Symbol.dispose]();
    },
  };
}
