import { message, type Phrase } from '../../../core/message.js';
import type { Needs } from '../lessons/types.js';

/** What to say of a kernel that is older than a lesson needs; undefined for one that is not. */
export function lackingLinux(release: string, { linux }: Needs): Phrase | undefined {
  if (linux === undefined || !isOlder(release, linux)) return undefined;
  return message`the lesson needs Linux ${linux} or newer, and this is ${release}`;
}

function isOlder(release: string, wanted: string): boolean {
  const [major = 0, minor = 0] = numbersOf(release);
  const [wantedMajor = 0, wantedMinor = 0] = numbersOf(wanted);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

const numbersOf = (release: string): readonly number[] => (release.match(/\d+/g) ?? []).map(Number);
