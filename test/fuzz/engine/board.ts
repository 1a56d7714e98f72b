/** Shared memory that holds what a thread is trying. It is written often and read only when the thread hangs. */

/** In UTF-16 code units; longer inputs are cut. */
const LONGEST = 1 << 16;
const HEADER = 2;

export interface Board {
  readonly write: (target: string, input: string) => void;
  readonly read: () => { readonly target: string; readonly input: string };
  /** Changes with each input. */
  readonly count: () => number;
}

export const createMemory = (): SharedArrayBuffer => new SharedArrayBuffer(2 * (LONGEST + 2 * HEADER));

export function createBoard(memory: SharedArrayBuffer): Board {
  const counter = new Uint32Array(memory, 0, 1);
  const units = new Uint16Array(memory, 2 * HEADER);
  const text = (): string => {
    const length = (units[0] ?? 0) + 1;
    let result = '';
    for (let at = 1; at < length; at++) result += String.fromCharCode(units[at] ?? 0);
    return result;
  };
  return {
    write: (target, input) => {
      const all = `${target}\0${input}`.slice(0, LONGEST - 1);
      units[0] = all.length;
      for (let at = 0; at < all.length; at++) units[at + 1] = all.charCodeAt(at);
      counter[0] = (counter[0] ?? 0) + 1;
    },
    read: () => {
      const [target = '', ...rest] = text().split('\0');
      return { target, input: rest.join('\0') };
    },
    count: () => counter[0] ?? 0,
  };
}
