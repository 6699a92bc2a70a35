import { TseccError } from '../core/errors.js';
import { message } from '../core/message.js';
import { nearest } from '../core/nearest.js';

/** Throws `usage` for a long option that a subcommand does not have, and names the nearest one. */
export function refuseUnknownOption(
  command: string,
  argv: readonly string[],
  names: readonly string[],
): void {
  const end = argv.indexOf('--');
  for (const word of end < 0 ? argv : argv.slice(0, end)) {
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === undefined || names.includes(name)) continue;
    const [near] = nearest(name, names);
    throw new TseccError('usage', message`${command}: unknown option --${name}`, {
      cure: near === undefined ? message`see tsecc ${command} --help` : message`nearest: --${near}`,
    });
  }
}
