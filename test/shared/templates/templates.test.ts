import { newGuests } from '@xlcfg/shared/src/features/templates.ts';
import { NEWEST_XEN_VERSION, XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { plainSnippet } from '@xlcfg/shared/src/snippet.ts';
import { TEMPLATES } from '@xlcfg/shared/src/templates/guests.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../support/documents.ts';

const OFFERED = XEN_VERSIONS.flatMap((xenVersion) =>
  newGuests({ xenVersion, architecture: 'auto' }, 'file:///etc/xen/web1.cfg').map((guest) => ({
    xenVersion,
    ...guest,
  })),
);

const MAC = '00:16:3e:01:02:03';

describe.each(OFFERED)('$title in $xenVersion', ({ id, xenVersion, snippet }) => {
  it('has no problems before any tab stop is filled in', () => {
    expect(open(plainSnippet(snippet), { xenVersion }).problems).toEqual([]);
  });

  it('has tab stops numbered from 1', () => {
    const stops = [...snippet.matchAll(/\$\{(\d+)[:|]/g)].map(([, number]) => Number(number));
    expect(stops).toEqual(stops.map((_, index) => index + 1));
    expect(stops.length).toBeGreaterThanOrEqual(5);
  });

  it('has the MAC address that is new, if one is given, and leaves the UUID to xl', () => {
    const { guest } = open(plainSnippet(snippet), { xenVersion });
    expect(guest.settings.has('uuid')).toBe(false);
    expect(snippet).not.toMatch(/\bmac=/);
    const fresh = newGuests({ xenVersion, architecture: 'auto' }, '', () => MAC).find((one) => one.id === id);
    const text = plainSnippet(fresh?.snippet ?? '');
    expect(text.includes(`mac=${MAC}`)).toBe(guest.settings.has('vif'));
    expect(open(text, { xenVersion }).problems).toEqual([]);
  });
});

describe('the templates of a version of Xen', () => {
  it.each(['4.17', NEWEST_XEN_VERSION] as const)('are all templates in %s', (xenVersion) => {
    expect(newGuests({ xenVersion, architecture: 'auto' }, '').map(({ id }) => id)).toEqual(
      TEMPLATES.map(({ id }) => id),
    );
  });

  it.each([
    ['x86', TEMPLATES.map(({ id }) => id).filter((id) => id !== 'arm')],
    ['arm', ['arm']],
  ] as const)('are those for %s where the settings say so', (architecture, ids) => {
    expect(newGuests({ xenVersion: '4.17', architecture }, '').map(({ id }) => id)).toEqual(ids);
  });

  it('leave out guest types that it does not have', () => {
    expect(newGuests({ xenVersion: '4.9', architecture: 'auto' }, '').map(({ id }) => id)).toEqual([
      ...['pv', 'hvm', 'windows'],
      ...['uefi', 'pygrub', 'driverDomain'],
    ]);
  });

  it.each([
    ['pvh', 'pvh'],
    ['pv', 'pv'],
    ['hvm', 'hvm'],
    ['windows', 'hvm'],
    ['uefi', 'hvm'],
    ['pygrub', 'pv'],
    ['driverDomain', 'pv'],
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
    for (const { snippet } of newGuests({ xenVersion: NEWEST_XEN_VERSION, architecture: 'auto' }, uri)) {
      expect(plainSnippet(snippet)).toMatch(new RegExp(`^name = "${name}"\\n`));
    }
  });
});
