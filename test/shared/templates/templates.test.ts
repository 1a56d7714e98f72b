import { newGuests } from '@xlcfg/shared/src/features/templates.ts';
import { NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { plainSnippet } from '@xlcfg/shared/src/snippet.ts';
import { TEMPLATES } from '@xlcfg/shared/src/templates/guests.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

const OFFERED = XEN_VERSIONS.flatMap((xenVersion) =>
  newGuests(xenVersion, 'file:///etc/xen/web1.cfg').map((guest) => ({ xenVersion, ...guest })),
);

describe.each(OFFERED)('$title in $release', ({ xenVersion, snippet }) => {
  it('has no problems before any tab stop is filled in', () => {
    expect(open(plainSnippet(snippet), { xenVersion }).problems).toEqual([]);
  });

  it('has tab stops numbered from 1', () => {
    const stops = [...snippet.matchAll(/\$\{(\d+)[:|]/g)].map(([, number]) => Number(number));
    expect(stops).toEqual(stops.map((_, index) => index + 1));
    expect(stops.length).toBeGreaterThan(5);
  });

  it('leaves MAC address and UUID to xl', () => {
    const { guest } = open(plainSnippet(snippet), { xenVersion });
    expect(guest.settings.has('vif')).toBe(true);
    expect(guest.settings.has('uuid')).toBe(false);
    expect(snippet).not.toMatch(/\bmac=/);
  });
});

describe('the templates of a version of Xen', () => {
  it.each(['4.17', NEWEST_XEN_VERSION] as const)('are all templates in %s', (xenVersion) => {
    expect(newGuests(xenVersion, '').map(({ id }) => id)).toEqual(TEMPLATES.map(({ id }) => id));
  });

  it('leave out guest types that it does not have', () => {
    expect(newGuests('4.9', '').map(({ id }) => id)).toEqual(['pv', 'hvm', 'windows']);
  });

  it.each([
    ['pvh', 'pvh'],
    ['pv', 'pv'],
    ['hvm', 'hvm'],
    ['windows', 'hvm'],
    ['arm', 'pvh'],
  ])('%s makes a guest of type %s', (id, type) => {
    const types = OFFERED.filter((one) => one.id === id).map(
      ({ snippet, xenVersion }) => open(plainSnippet(snippet), { xenVersion }).guest.type,
    );
    expect(new Set(types)).toEqual(new Set([type]));
  });
});

describe('the suggested name', () => {
  it.each([
    ['file:///etc/xen/web1.cfg', 'web1'],
    ['file:///srv/my%20guests/db.hvm', 'db'],
    ['file:///srv/a%20b.cfg', 'guest'],
    ['untitled:Untitled-1', 'guest'],
    ['', 'guest'],
  ])('of a guest in %j is %s', (uri, name) => {
    for (const { snippet } of newGuests(NEWEST_XEN_VERSION, uri)) {
      expect(plainSnippet(snippet)).toMatch(new RegExp(`^name = "${name}"\\n`));
    }
  });
});
