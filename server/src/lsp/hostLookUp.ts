/** Looks up what a document names, until the host no longer answers. */
import { findHostProblems, type HostProblems, type HostView, type XlDocument } from '@xlcfg/shared';
import { afterFreeTime } from './scheduling.ts';

/** How long a host may give no answer at all, in milliseconds. What is only slow, or a busy machine, is waited for. */
const PATIENCE_MS = 200;

/** Never waits for a file system that hangs: the rules that wait for it then report nothing. */
export const lookUpOnHost = async (view: HostView, document: XlDocument): Promise<HostProblems> => {
  let cancel = (): void => {};
  const isStuck = new Promise<void>((resolve) => {
    const wait = (): void => {
      const before = view.answers();
      cancel = afterFreeTime(PATIENCE_MS, () => (view.answers() === before ? resolve() : wait()));
    };
    wait();
  });
  try {
    return await findHostProblems(view, document, isStuck);
  } finally {
    cancel();
  }
};
