// What each lesson promises, on each kernel: its solution passes, its starter and its wrong variants fail where they should,
// and who prints what was true in another run fails.
import t from 'tap';
import { exercisesOf, readLessons } from '../../tutorials/runner/lessons/read-lessons.js';
import type { Exercise } from '../../tutorials/runner/lessons/types.js';
import { makeValues } from '../../tutorials/runner/placeholders/make-values.js';
import { choosePlaces } from '../../tutorials/runner/places/choose-place.js';
import { listProofs } from '../../tutorials/runner/proof/list-proofs.js';
import { prove } from '../../tutorials/runner/proof/prove.js';
import type { Audit } from '../../tutorials/runner/rungs/climb.js';
import { makeJudge } from '../../tutorials/runner/rungs/judge.js';
import type { Climb } from '../../tutorials/runner/rungs/types.js';
import { isOlderThanOurs, testKernels } from '../fixtures/kernels.js';

// Hundreds of runs, each in a machine of its own: two at a time, since emulation takes a processor each.
t.setTimeout(3_600_000);
t.jobs = 2;

const { signal } = new AbortController();
const context = { env: process.env, language: 'en', signal };
const lessons = readLessons();

/** Whether it is the kernel's events, or what a script prints, that solve it; answers are another matter. */
const behaves = ({ checks }: Exercise): boolean =>
  checks.some(({ rung, event, output }) => rung === 'L3' && (event !== undefined || output !== undefined));

for (const kernel of testKernels) {
  t.test(`on Linux ${kernel}, the lessons keep what they promise`, async (t) => {
    // On ours every lesson runs: there, what cannot is as wrong as a promise that is not kept.
    const mayLack = isOlderThanOurs(kernel);
    await using places = choosePlaces({ where: 'lab', kernel }, context);
    // What who prints the events of a run, without tracing, comes to in another run, where other names and numbers are expected.
    let cheat: Climb | undefined;
    const audit: Audit = async (recheck) => void (cheat = await recheck({ ...makeValues(), workload: '1' }));
    const judge = makeJudge({ places, env: process.env, translate: String, audit });
    for (const lesson of lessons) {
      await t.test(lesson.name, async (t) => {
        for (const proof of exercisesOf([lesson]).flatMap(listProofs)) {
          const { exercise, part, file, fails } = proof;
          const proven = await prove(proof, judge, signal);
          const what = `${exercise.label} ${part}/${file} ${fails === undefined ? 'passes' : `fails at ${fails}`}`;
          const { kind } = proven;
          if (kind === 'cannot' && mayLack) t.comment(`${what}: cannot run here: ${String(proven.reason)}`);
          else t.equal(kind === 'broken' ? String(proven.how) : kind, 'kept', what);
          if (part !== 'solution' || proven.kind !== 'kept' || !behaves(exercise)) continue;
          t.match(
            cheat,
            { kind: 'stop', stop: { rung: /^L[34]$/ } },
            `${exercise.label}: a cheat does not pass`,
          );
          cheat = undefined;
        }
      });
    }
  });
}
