/** The lab as a library: packages and commands on a real kernel in a virtual machine, without root. */
export {
  openLab,
  type Lab,
  type LabCommandOptions,
  type LabCommandResult,
  type LabOptions,
  type LabRunOptions,
} from './lab.js';
