/** Which process is which. A process id alone does not tell: in a container, each run may have the same one. */
import { readFileSync } from 'node:fs';
import { isAlive } from '../../node/isAlive.ts';

/** The index of `starttime` in `/proc/PID/stat` after the name, which is in parentheses (proc_pid_stat(5)). */
const START_TIME = 19;

/** The time when a process started, in clock ticks, and the boot that it belongs to. Empty where there is no /proc. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${fields[START_TIME]}@${boot}`;
  } catch {
    return '';
  }
};

const identify = (pid: number): string => `${pid} ${startOf(pid)}`;

/** This process: its id, a space, and what tells it apart from other processes with the same id. */
export const ownIdentity = (): string => identify(process.pid);

/** The id of the process with this identity, if it still runs and is not this one. */
export const runningProcess = (identity: string): number | undefined => {
  const pid = Number.parseInt(identity, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  return isAlive(pid) && identify(pid) === identity ? pid : undefined;
};
