/** Builds the site and serves it while the tests run. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { createSiteServer } from '../../../client/site/src/server/siteServer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the start page. */
    readonly site: string;
  }
}

const root = path.resolve(import.meta.dirname, '../../..');

export default async (project: TestProject): Promise<() => Promise<void>> => {
  for (const folder of ['server', 'client/site'])
    execFileSync('npm', ['run', '--silent', 'build', '-w', folder], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const { address, close } = await createSiteServer();
  project.provide('site', address);
  return close;
};
