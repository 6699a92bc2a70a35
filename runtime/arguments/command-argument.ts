import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** What a `cmdarg` of the manifest says: ecc's `{"default", "short", "long", "help"}`, each of which may be missing. */
export interface CommandArgument {
  readonly name: string;
  readonly short: string | undefined;
  readonly help: string | undefined;
  /** `default`, any JSON. */
  readonly fallback: unknown;
}

/** What an option may be called. */
const longName = /^[A-Za-z0-9_][\w.-]{0,254}$/;
const shortName = /^[A-Za-z0-9]$/;

/** Reads a variable's `cmdarg`; without one the option is called like the variable. Throws TseccError `package-invalid`. */
export function readCommandArgument(variable: string, cmdarg: unknown): CommandArgument {
  const members =
    typeof cmdarg === 'object' && cmdarg !== null
      ? new Map(Object.entries(cmdarg))
      : new Map<string, unknown>();
  const text = (key: string, pattern: RegExp): string | undefined => {
    const value: unknown = members.get(key) ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new TseccError(
      'package-invalid',
      message`read cmdarg of variable '${variable}': '${key}' is no option name`,
    );
  };
  const help = members.get('help');
  return {
    name: text('long', longName) ?? variable,
    short: text('short', shortName),
    help: typeof help === 'string' ? help : undefined,
    fallback: members.get('default') ?? undefined,
  };
}
