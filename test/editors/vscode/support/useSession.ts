/** A session of VS Code that the tests of one file share. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { pictureOf } from './paths.ts';
import { type Session, startSession, type Wishes } from './session.ts';

/**
 * Starts a session before the first test and stops it after the last one. A failing test leaves a screenshot, which is
 * removed when the test passes.
 */
export const useSession = (wishes: Wishes): (() => Session) => {
  let session: Session | undefined;
  beforeAll(async () => {
    session = await startSession(wishes);
  });
  afterEach(async ({ task }) => {
    const name = `failed ${task.name}`.replaceAll('/', ' ');
    if (task.result?.state === 'fail') await session?.picture(name);
    else await rm(pictureOf(name), { force: true });
  });
  afterAll(() => session?.stop());
  return () => {
    if (session === undefined) throw new Error('The session is there from the first test on.');
    return session;
  };
};
