/** The reference pages as they are built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_RULES, ruleUrl } from '@xlcfg/shared';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { optionSection, sectionUrl, specSection } from '@xlcfg/shared/src/prose/reference.ts';
import { FILE_KINDS, type FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { describe, expect, it } from 'vitest';
import { keyAnchor } from '../../client/site/src/docs/anchors.ts';
import { sitePage } from '../../client/site/src/playground/docsLinks.ts';
import { decodeState } from '../../client/site/src/playground/sharedState.ts';

const DIST = path.resolve(import.meta.dirname, '../../client/site/dist');
const DOCS = path.join(DIST, 'docs');

const PAGES = new Map(
  readdirSync(DOCS)
    .filter((name) => name.endsWith('.html'))
    .map((name) => [name, readFileSync(path.join(DOCS, name), 'utf8')]),
);

const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(([, found = '']) => found);

const idsOf = (name: string): readonly string[] => all(PAGES.get(name) ?? '', / id="([^"]*)"/g);

/** `rules.html#bad-number`, as the links of diagnostics and hovers lead there. */
const targets: readonly string[] = [
  ...ALL_RULES.map(({ code }) => ruleUrl('', code)),
  ...(['guest', 'xl.conf', 'cpupool'] satisfies FileKindName[]).flatMap((kind) =>
    FILE_KINDS[kind].options.map(({ name }) => sectionUrl('', optionSection(kind, name))),
  ),
  ...SPEC_LANGUAGES.flatMap((language) => [
    sectionUrl('', specSection(language)),
    // The strings of some options are those of another, whose section has the keys.
    ...(SPEC_LANGUAGES.find(({ parameters }) => parameters === language.parameters) === language
      ? language.parameters
      : []
    ).map(({ name }) =>
      language.page === undefined
        ? `/specs.md#${keyAnchor(language.options[0] ?? '', name)}`
        : sectionUrl('', specSection(language, name)),
    ),
  ]),
].map((target) => sitePage(target).replace(/^\//, ''));

/** Whether the target of a link is in the built site. */
const exists = (page: string, href: string): boolean => {
  const [file = '', anchor] = href.split('#');
  const name = file === '' ? page : file;
  if (!existsSync(path.join(DOCS, name))) return false;
  return (
    anchor === undefined || !name.endsWith('.html') || name.startsWith('..') || idsOf(name).includes(anchor)
  );
};

describe('the reference pages', () => {
  it('have one anchor for each rule, option and key', () => {
    expect(targets.length).toBeGreaterThan(500);
    const ids = new Map([...PAGES.keys()].map((name) => [name, new Set(idsOf(name))]));
    const lost = targets.filter((target) => {
      const [name = '', anchor = ''] = target.split('#');
      return ids.get(name)?.has(anchor) !== true;
    });
    expect(lost).toEqual([]);
  });

  it.each([...PAGES.keys()])('%s has no anchor twice, and no link that leads nowhere', (name) => {
    const ids = idsOf(name);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = all(PAGES.get(name) ?? '', / href="([^"]*)"/g).filter(
      (href) => !/^(?:https:|data:)/.test(href),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((href) => !exists(name, href))).toEqual([]);
  });

  it.each([
    ['options.html', FILE_KINDS.guest.options.length],
    ['xl.conf.html', FILE_KINDS['xl.conf'].options.length],
    ['cpupool.html', FILE_KINDS.cpupool.options.length],
  ])('%s has a table by version and a badge for each option', (name, count) => {
    const html = PAGES.get(name) ?? '';
    expect(all(html, /(<table class="versions">)/g)).toHaveLength(count);
    expect(all(html, /(<span class="badge">)/g)).toHaveLength(count);
  });

  it('have examples that open in the playground', async () => {
    const fragments = [...PAGES.values()].flatMap((html) => all(html, /href="\.\.\/index\.html(#[^"]*)"/g));
    expect(fragments.length).toBeGreaterThan(400);
    const states = await Promise.all(fragments.map(decodeState));
    expect(states.filter((state) => state?.files.length !== 1)).toEqual([]);
  });
});

it.each(['index.html', ...[...PAGES.keys()].map((name) => `docs/${name}`)])(
  '%s has a Content-Security-Policy, and no script or style of its own',
  (name) => {
    const html = readFileSync(path.join(DIST, name), 'utf8');
    expect(html).toContain("connect-src 'none'");
    expect(html).not.toMatch(/script-src[^;"]*unsafe|<style| style=| on[a-z]+="/);
    expect(all(html, /<script([^>]*)>/g).filter((attributes) => !attributes.includes(' src="'))).toEqual([]);
    // Links to other sites are for readers; nothing is loaded from there.
    expect(all(html, /(?:<script|<link|<img)[^>]*(?:src|href)="(https?:[^"]*)"/g)).toEqual([]);
  },
);
