import { spawn, type ChildProcess } from 'node:child_process';
import { message, type Message } from '../../core/message.js';
import type { Environment } from '../toolchain/find-executable.js';

/** What tsecli is started with: its own options, and the arguments of the program, which stand behind the package. */
export interface RunArguments {
  readonly options: readonly string[];
  readonly program: readonly string[];
}

/** How a {@link RunningProgram} starts, and whom it tells of an end that nobody asked for. */
export interface Running {
  /** Path of tsecli. */
  readonly tsecli: string;
  readonly args: RunArguments;
  readonly env: Environment;
  readonly say: (text: Message) => void;
}

/** How long it may take to detach and to print what it still has. */
const graceMs = 5000;

/** tsecli, which runs one package after another. Its output is that of this process. */
export class RunningProgram implements AsyncDisposable {
  readonly #running: Running;
  #child: ChildProcess | undefined;

  constructor(running: Running) {
    this.#running = running;
  }

  /** Ends the one that runs, and runs this package. */
  async restart(packagePath: string): Promise<void> {
    await this.stop();
    const { tsecli, args, env } = this.#running;
    const child = spawn(process.execPath, [tsecli, ...args.options, packagePath, ...args.program], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...env },
    });
    this.#child = child;
    child.on('error', (error) => this.#tell(child, message`tsecli does not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (code !== 0) this.#tell(child, message`tsecli ended with ${code ?? signal ?? ''}`);
    });
  }

  /**
   * Ends the one that runs, by SIGTERM, and by SIGKILL when that takes too long. Ctrl-C in a terminal has reached it
   * already, as SIGINT: a second SIGINT would end it before it has detached, SIGTERM changes nothing then.
   */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #tell(child: ChildProcess, text: Message): void {
    if (child === this.#child) this.#running.say(text);
  }
}
