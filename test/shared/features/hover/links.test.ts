import { referencePages } from '@xlcfg/shared/src/docs/index.ts';
import { hover } from '@xlcfg/shared/src/features/hover.ts';
import { DISK_PARAMETERS } from '@xlcfg/shared/src/languages/disk/schema/index.ts';
import { SPEC_LANGUAGES } from '@xlcfg/shared/src/languages/index.ts';
import { FILE_KINDS, type FileKindName } from '@xlcfg/shared/src/schema/kinds/index.ts';
import { describe, expect, it } from 'vitest';
import { open } from '../../../support/cursor.ts';

const DOCS = 'file:///opt/xlcfg (new)/docs';

/** Anchors by page, as readers of Markdown make them of the headings. */
const ANCHORS: ReadonlyMap<string, readonly string[]> = new Map(
  [...referencePages()].map(([name, text]) => [
    name,
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9_ -]/g, '')
        .replaceAll(' ', '-'),
    ),
  ]),
);

/** The link that the hover at the offset ends with. */
function linkAt(text: string, offset: number, kind?: FileKindName): string | undefined {
  const doc = open(text, undefined, kind);
  const contents = hover(doc, doc.text.positionAt(offset), DOCS)?.contents;
  const markdown = contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
  return /\n\n\[[^\]]+\]\(([^()]+)\)$/.exec(markdown)?.[1];
}

function expectSection(link: string | undefined, page: string): void {
  const [, found = '', anchor = ''] = /\/docs\/([^/#]+)#(.+)$/.exec(link ?? '') ?? [];
  expect(found).toBe(page);
  expect(ANCHORS.get(found)).toContain(anchor);
}

describe('the link at the end of a hover leads to a section that exists', () => {
  it.each([
    ['guest', 'options.md'],
    ['xl.conf', 'xl.conf.md'],
    ['cpupool', 'cpupool.md'],
  ] as const)('every option of %s', (kind, page) => {
    for (const { name } of FILE_KINDS[kind].options) expectSection(linkAt(`${name} = 1`, 0, kind), page);
  });

  it.each(DISK_PARAMETERS.map(({ name, form }) => [form === 'flag' ? name : `${name}=x`]))(
    'disk: %s',
    (part) => {
      expectSection(linkAt(`disk=['${part}']`, 7), 'disks.md');
    },
  );

  it.each(["disk=['tap:/x']", "disk=['xyz:/x']", "disk=['/x']", "disk=['foo=1']"])('%s', (text) => {
    expectSection(linkAt(text, 6), 'disks.md');
    expectSection(linkAt(text, 7), 'disks.md');
  });

  it.each(
    SPEC_LANGUAGES.filter(({ parameters }) => parameters.length > 0).flatMap(
      ({ options, page = 'specs.md' }) => options.map((option) => [option, page] as const),
    ),
  )('%s: %s', (option, page) => {
    expectSection(linkAt(`${option} = [ 'x=1' ]`, option.length + 5), page);
    expectSection(linkAt(`${option} = [ 'x=1' ]`, option.length + 6), page);
  });

  it('values of options', () => expectSection(linkAt('type = "pv"', 8), 'options.md'));

  it('is not there without the folder of the pages', () => {
    const doc = open('memory = 1');
    expect(JSON.stringify(hover(doc, doc.text.positionAt(0)))).not.toContain('](');
  });

  it('is one link, whatever is in the name of the folder', () => {
    expect(linkAt('memory = 1', 0)).toBe(
      'file:///opt/xlcfg (new)/docs/options.md#memory'.replace('(new)', '%28new%29'),
    );
  });
});
