import type { Translate } from '../../../core/message.js';
import { isFullyPrivileged } from '../../../runtime/kernel/capabilities.js';
import { realKernel } from '../../../runtime/kernel/real-kernel.js';
import type { Needs } from '../lessons/types.js';
import { hostPlace } from './host-place.js';
import { labPlace } from './lab-place.js';
import type { Place } from './types.js';

/** Where the user wants exercises to be run. */
export interface PlaceWish {
  /** `auto`: the host where it can, else a lab. */
  readonly where: 'auto' | 'host' | 'lab';
  readonly kernel?: string | undefined;
}

/** What places are made from. */
export interface PlaceContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: string;
  /** For what is told of progress; English where it is left out. */
  readonly translate?: Translate | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
}

/** The places of a session: each is made when it is first needed, and kept. */
export interface Places extends AsyncDisposable {
  /** The place for exercises of a lesson that needs this. */
  readonly placeFor: (needs: Needs | undefined) => Promise<Place>;
}

/** Makes places as they are wished for. Whether the host can do it is found by trial, for each kind of program once. */
export function choosePlaces({ where, kernel }: PlaceWish, context: PlaceContext): Places {
  let lab: Place | undefined;
  let host: Place | undefined;
  const inLab = (): Place => (lab ??= labPlace({ ...context, kernel }));
  const onHost = (): Place => (host ??= hostPlace(context.env));
  const answers = new Map<string, Promise<boolean>>();
  const hostCan = (needs: Needs): Promise<boolean> => {
    const key = JSON.stringify([needs.linux, needs.kinds]);
    const known = answers.get(key) ?? isHostAble(onHost(), needs);
    answers.set(key, known);
    return known;
  };
  return {
    placeFor: async (needs = {}) => {
      if (where === 'lab' || kernel !== undefined) return inLab();
      if (where === 'host') return onHost();
      if (needs.lab === true) return inLab();
      return (await hostCan(needs)) ? onHost() : inLab();
    },
    [Symbol.asyncDispose]: async () => {
      await lab?.[Symbol.asyncDispose]();
      await host?.[Symbol.asyncDispose]();
    },
  };
}

async function isHostAble(host: Place, needs: Needs): Promise<boolean> {
  return isFullyPrivileged(realKernel()) && (await host.lacking(needs)) === undefined;
}
