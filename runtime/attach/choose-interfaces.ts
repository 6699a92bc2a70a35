import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import { listInterfaces, type NetworkInterface } from '../kernel/interfaces.js';
import type { AttachContext, AttachPoint } from './types.js';

/**
 * The interfaces that a program belongs to: those of `--iface`, else the one whose index the package names, which is
 * `packaged`. Throws `usage` where neither names one, or `--iface` names one that is not there, and `attach-failed`
 * where the package does. Both list what is there.
 */
export function chooseInterfaces(
  point: AttachPoint,
  { kernel, options }: AttachContext,
  packaged: number | undefined,
): readonly NetworkInterface[] {
  const there = listInterfaces(kernel);
  if (options.interfaces.length > 0) {
    const chosen = options.interfaces.map((wish) => findInterface(there, wish) ?? throwMissing(wish, there));
    return chosen.filter((each, position) => chosen.indexOf(each) === position);
  }
  if (packaged === undefined) throw withoutInterface(point, there);
  const found = there.find(({ index }) => index === packaged);
  if (found) return [found];
  throw new TseccError(
    'attach-failed',
    message`attach '${point.program}' to ${point.section}: the package names interface ${packaged}, which is not there`,
    { cure: message`name another with --iface: ${namesOf(there)}` },
  );
}

/** An interface may be called by a number; its name goes before another one's index. */
function findInterface(there: readonly NetworkInterface[], wish: string): NetworkInterface | undefined {
  return (
    there.find(({ name }) => name === wish) ??
    (/^[1-9]\d{0,9}$/.test(wish) ? there.find(({ index }) => index === Number(wish)) : undefined)
  );
}

function throwMissing(wish: string, there: readonly NetworkInterface[]): never {
  const [near] = nearest(
    wish,
    there.map(({ name }) => name),
    1,
  );
  throw new TseccError('usage', message`use --iface ${wish}: there is no such interface`, {
    cure: near === undefined ? message`there are ${namesOf(there)}` : message`did you mean ${near}?`,
  });
}

function withoutInterface(point: AttachPoint, there: readonly NetworkInterface[]): TseccError {
  return new TseccError(
    'usage',
    message`attach '${point.program}' to ${point.section}: no interface is named to attach it to`,
    { cure: message`name one or more with --iface: ${namesOf(there)}` },
  );
}

function namesOf(there: readonly NetworkInterface[]): Phrase {
  return there.map(({ name }) => name).join(', ') || message`there is none`;
}
