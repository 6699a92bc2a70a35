// @ts-check

/** Something set-up cannot do by itself: the message is for the user, and the process ends with exit code 9. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
  exitCode = 9;
}
