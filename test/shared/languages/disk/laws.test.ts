/** What holds for any disk spec. */

import { parseDiskSpec } from '@xlcfg/shared/src/languages/disk/parser.ts';
import { XEN_VERSIONS } from '@xlcfg/shared/src/schema/xenVersions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, diskSpecText, law } from '../../../support/laws.ts';
import { slowdown } from '../../../support/slowdown.ts';

const specs = fc.tuple(fc.oneof(diskSpecText, anyText), fc.constantFrom(...XEN_VERSIONS));

describe('any spec', () => {
  it('has parts that lie in it, one behind the other, and values within them', () => {
    law(specs, ([text, xenVersion]) => {
      let before = 0;
      for (const part of parseDiskSpec(text, xenVersion).tree) {
        expect(part.start).toBeGreaterThanOrEqual(before);
        expect(part.end).toBeGreaterThanOrEqual(part.start);
        before = part.end;
        if (part.kind !== 'parameter' && part.kind !== 'positional') continue;
        const { start, end } = part.valueSpan;
        expect(start).toBeGreaterThanOrEqual(part.start);
        expect(end).toBeLessThanOrEqual(part.end);
        expect(text.slice(start, end)).toBe(part.value);
      }
      expect(before).toBeLessThanOrEqual(text.length);
    });
  });

  it('leaves nothing out of its parts but blanks and commas', () => {
    law(specs, ([text, xenVersion]) => {
      const { tree: parts, faults: errors } = parseDiskSpec(text, xenVersion);
      const covered = parts.reduceRight(
        (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
        text,
      );
      // After some errors xl reads no further.
      if (errors.length === 0) expect(covered).toMatch(/^[\s,]*$/);
    });
  });

  it('has errors that lie in it', () => {
    law(specs, ([text, xenVersion]) => {
      for (const { start, end } of parseDiskSpec(text, xenVersion).faults) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    });
  });

  it('that xl takes is a disk: with a vdev, a format, and a target unless it is a drive', () => {
    law(specs, ([text, xenVersion]) => {
      const { faults: errors, fields } = parseDiskSpec(text, xenVersion);
      if (errors.length > 0) return;
      expect(fields.vdev).not.toBeNull();
      expect(fields.format).not.toBe('unknown');
      expect(fields.pdev_path !== null || fields.is_cdrom).toBe(true);
      expect(fields.is_cdrom && fields.readwrite).toBe(false);
    });
  });
});

describe('the time grows with the spec', () => {
  it.each<readonly [string, (n: number) => string]>([
    ['commas', (n) => ','.repeat(n)],
    ['blanks', (n) => ' '.repeat(n)],
    ['blank lines', (n) => ' \n'.repeat(n)],
    ['words', (n) => 'cdrom,'.repeat(n)],
    ['parameters', (n) => 'access=rw,'.repeat(n)],
    ['unknown parameters', (n) => 'foo=bar,'.repeat(n)],
    ['prefixes', (n) => 'raw:'.repeat(n)],
    ['a long target', (n) => `/x${'y'.repeat(4 * n)},raw,xvda`],
    ['a long name', (n) => 'x'.repeat(4 * n)],
    ['blanks between', (n) => 'raw: '.repeat(n)],
  ])('%s', (_what, text) => {
    expect(slowdown((n) => parseDiskSpec(text(n), '4.22'))).toBeLessThan(10);
  });
});
