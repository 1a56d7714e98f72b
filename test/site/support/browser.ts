/** Debian's Chromium, and the pages of the site in it. */
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { WAIT_MS } from '../../support/limits.ts';

/** Debian's, unless the environment names another. */
const CHROMIUM = process.env.XLCFG_CHROMIUM ?? '/usr/bin/chromium';

/** URL of the start page. */
export const SITE = inject('site');

export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** The URLs of all requests since the page was opened. */
  readonly requests: readonly string[];
  /** What the browser complained about: errors of scripts, and what the Content-Security-Policy forbade. */
  readonly complaints: readonly string[];
}

/** Starts a browser for the tests of a file. Returns what opens a page with a profile of its own. */
export const useBrowser = () => {
  let browser: Awaited<ReturnType<typeof chromium.launch>> | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  });
  afterAll(() => browser?.close());

  const newContext = async (options: BrowserContextOptions): Promise<BrowserContext> => {
    if (browser === undefined) throw new Error('The browser has not started');
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(WAIT_MS);
    return context;
  };

  /** @param url relative to the start page */
  return async (url: string, options: BrowserContextOptions = {}): Promise<OpenPage> => {
    const context = await newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(new URL(url, SITE).href);
    return { page, requests, complaints, [Symbol.asyncDispose]: () => context.close() };
  };
};
