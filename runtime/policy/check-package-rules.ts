import { readObject } from '../../core/object/read-object.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { attachElsewhere, type Attachment } from '../configure/attach-elsewhere.js';
import { describePrograms } from '../inspect/describe-programs.js';
import type { ProgramDescription } from '../inspect/types.js';
import { checkRules } from './rules.js';
import type { Rules } from './types.js';
import { withBinary } from './with-binary.js';

/** What of a request matters to rules: they hold for what is run, not only for what the package says. */
export interface RuledRequest {
  /** Programs that the user puts elsewhere, and those that he leaves alone. */
  readonly attach: readonly Attachment[];
  readonly disable: readonly string[];
  readonly attachOptions: { readonly binary: string | undefined };
}

/** Holds a package, as a request runs it, to rules; throws as `checkRules` does. */
export function checkPackageRules(
  { object, manifest }: OpenedPackage,
  request: RuledRequest,
  rules: Rules,
): void {
  const { attach, disable, attachOptions } = request;
  const moved = new Set(attach.map(({ program }) => program));
  const programs = describePrograms(attachElsewhere(readObject(object), attach), manifest)
    .filter(({ name }) => !disable.includes(name))
    .map((program) => (moved.has(program.name) ? inOnePlace(program) : program))
    .map((program) => withBinary(program, attachOptions.binary));
  checkRules({ programs }, rules);
}

/** Whom the user has put somewhere stays there. */
const inOnePlace = (program: ProgramDescription): ProgramDescription => ({
  ...program,
  places: program.places.slice(0, 1),
});
