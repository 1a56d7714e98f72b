/** Headless Chromium without network access. */
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { WAIT_MS } from '../../../support/limits.ts';
import { CHROMIUM } from './paths.ts';

/** The size of the window, and of screenshots. */
const WINDOW = { width: 1280, height: 800 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts a browser with its profile in the folder. */
export const startBrowser = async (folder: string): Promise<BrowserContext> => {
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: CHROMIUM,
    headless: true,
    viewport: WINDOW,
    reducedMotion: 'reduce',
    args: FLAGS,
  });
  context.setDefaultTimeout(WAIT_MS);
  return context;
};
