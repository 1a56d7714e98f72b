/** What the system knows of a process. Linux only; elsewhere there is nothing to say. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** The processor time of all its threads so far, in milliseconds. */
export const cpuOf = (pid: number | undefined): number | undefined => {
  const threads = `/proc/${pid}/task`;
  if (pid === undefined || read(`/proc/${pid}/schedstat`) === undefined) return undefined;
  return readdirSync(threads)
    .map((thread) => Number((read(`${threads}/${thread}/schedstat`) ?? '0').split(' ')[0]) / 1e6)
    .reduce((sum, one) => sum + one, 0);
};

/** The memory that it has, in bytes. */
export const memoryOf = (pid: number | undefined): number | undefined => {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
};
