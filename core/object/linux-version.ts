/** A release of Linux, `5.8`. */
export type LinuxVersion = `${number}.${number}`;

/** Orders versions, the older first. */
export function compareVersions(a: LinuxVersion, b: LinuxVersion): number {
  const [firstMajor = 0, firstMinor = 0] = a.split('.').map(Number);
  const [secondMajor = 0, secondMinor = 0] = b.split('.').map(Number);
  return firstMajor - secondMajor || firstMinor - secondMinor;
}
