/** A session of VS Code for the tests of one file. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Session, startSession, type Wishes } from './session.ts';

/** Starts it before the first test and ends it after the last one. A test that fails leaves a picture behind. */
export const useSession = (wishes: Wishes): (() => Session) => {
  let session: Session | undefined;
  beforeAll(async () => {
    session = await startSession(wishes);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await session?.picture(`failed ${task.name}`.replaceAll('/', ' '));
  });
  afterAll(() => session?.stop());
  return () => {
    if (session === undefined) throw new Error('The session is there from the first test on.');
    return session;
  };
};
