import { spawn, type ChildProcess } from 'node:child_process';

/** What a worker is to do: one command line of tsecli. */
export interface Job {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** tsecli processes that have started already and wait for their command line. */
export interface WarmWorkers {
  /** Resolves when the waiting worker has loaded everything. */
  readonly ready: Promise<void>;
  /** Gives the job to the waiting worker, which is a process like any other from then on. */
  run(job: Job): ChildProcess;
}

/**
 * Keeps one worker waiting; `program` is the path of the bundled worker. Only the first warms up, before the snapshot:
 * later on its programs would trace the user's. `restMs` after one is through, the next one starts.
 */
export function keepWarmWorkers(program: string, restMs = 1000): WarmWorkers {
  let waiting: ChildProcess | undefined = startWorker(program, ['warm-up']);
  let due: NodeJS.Timeout | undefined;
  const first = waiting;
  const ready = new Promise<void>((resolve, reject) => {
    first.once('message', () => resolve());
    first.once('error', reject);
    first.once('exit', (code) => reject(new Error(`start worker: it ended with status ${code}`)));
  });
  ready.catch(() => undefined);
  return {
    ready,
    run(job) {
      clearTimeout(due);
      const worker = waiting?.connected ? waiting : startWorker(program);
      waiting = undefined;
      worker.send(job);
      // The next one starts when this one is through: beside it, it would take its processor time. Most labs end then:
      // they shall not have the start of a worker that nobody needs.
      worker.once('exit', () => {
        clearTimeout(due);
        due = setTimeout(() => (waiting ??= startWorker(program)), restMs).unref();
      });
      return worker;
    },
  };
}

function startWorker(program: string, args: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
}
