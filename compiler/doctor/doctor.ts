import type { CommandIo } from '../../core/command.js';
import { checksJson } from '../../core/doctor/checks-json.js';
import { renderChecks } from '../../core/doctor/render-checks.js';
import { exitCodes } from '../../core/errors.js';
import { languageOf, speak } from '../../core/language.js';
import { message } from '../../core/message.js';
import { readWords } from '../read-words.js';
import { examine } from './examine.js';
import { doctorHelp } from './help.js';

/** `tsecc doctor …`: prints what a compile needs and whether it is here; gives 0 where it can be done, else 9. */
export async function doctor(argv: readonly string[], io: CommandIo, signal?: AbortSignal): Promise<number> {
  const { isSet, valueOf } = readWords('doctor', argv, { switches: ['json'], values: [], most: 0 });
  const translate = await speak(languageOf(io.env, valueOf('lang')));
  if (isSet('help')) {
    io.stdout.write(translate(doctorHelp));
    return 0;
  }
  const groups = await examine({ env: io.env, signal });
  const well = groups.every(({ checks }) => checks.every(({ state }) => state !== 'missing'));
  if (isSet('json')) io.stdout.write(checksJson(groups, translate));
  else {
    const colour = io.stdout.isTTY === true && !io.env['NO_COLOR'];
    const said = well ? message`tsecc can compile here` : message`tsecc cannot compile here`;
    io.stdout.write(`${renderChecks(groups, { translate, colour })}\n${translate(said)}\n`);
  }
  return well ? 0 : exitCodes['tool-missing'];
}
