import { parseSources } from '@xlcfg/shared/src/schema/source.ts';
import { describe, expect, test } from 'vitest';
import { type NamedSource, sourcedEntries, sourcesOf } from './entries.ts';
import { functionsIn, hasName, typesIn } from './functions.ts';
import { namesIn, readRecorded } from './recorded.ts';

const recorded = readRecorded();
const named = sourcedEntries().flatMap(sourcesOf);
const shown = ({ xenVersion, file, function: name }: NamedSource): string =>
  `${file}:${name} of Xen ${xenVersion}`;

describe('the sources of options, keys, parameters and rules', () => {
  test('every entry has one', () => {
    const without = sourcedEntries().filter((entry) => sourcesOf(entry).length === 0);
    expect(without.map(({ title }) => title)).toEqual([]);
  });

  test('every file and function is in Xen at the tag of its version', () => {
    const missing = named.filter((source) => namesIn(recorded, source) === undefined);
    expect(
      missing.map((source) => `${source.entry.title}: ${shown(source)}`),
      'not recorded; npm run sources -- /path/to/xen',
    ).toEqual([]);
  });

  test('what xl reads by its name is named there', () => {
    const unnamed = sourcedEntries().filter(
      (entry) =>
        entry.name !== undefined &&
        !sourcesOf(entry).some((source) => namesIn(recorded, source)?.includes(entry.name ?? '')),
    );
    expect(unnamed.map(({ title }) => title)).toEqual([]);
  });

  test('nothing else is recorded', () => {
    const kept = Object.entries(recorded).flatMap(([xenVersion, { files }]) =>
      Object.entries(files).flatMap(([path, functions]) =>
        Object.keys(functions).map((name) => ({ xenVersion, path, name })),
      ),
    );
    const unused = kept.filter(
      ({ xenVersion, path, name }) =>
        !named.some(
          (one) => one.xenVersion === xenVersion && one.function === name && path.endsWith(one.file),
        ),
    );
    expect(unused).toEqual([]);
  });
});

describe('the notation', () => {
  test('has files, functions and versions', () => {
    expect(
      parseSources('xl_parse.c:parse_nic_config,parse_range xen/include/public/io/sndif.h@4.14'),
    ).toEqual([
      { file: 'xl_parse.c', functions: ['parse_nic_config', 'parse_range'] },
      { file: 'xen/include/public/io/sndif.h', functions: [], xenVersion: '4.14' },
    ]);
  });

  test.for(['xl_parse.c:', 'xl_parse.c@4.99', 'xl_parse.c:a b;c'])('rejects %s', (text) => {
    expect(() => parseSources(text)).toThrow(SyntaxError);
  });
});

describe('reading of C', () => {
  const text = [
    'int declared(int a);',
    'int first(const char *name,',
    '          int b)',
    ' {',
    '    get("memory");',
    '}',
    'static void',
    'second(void) {',
    '    get("device_model"#type); (_args)',
    '}',
  ].join('\n');

  test('finds functions, not their declarations', () => {
    expect([...functionsIn(text).keys()]).toEqual(['first', 'second']);
    expect(functionsIn(text).get('first')).toContain('"memory"');
    expect(functionsIn(text).get('first')).not.toContain('second');
  });

  test('finds names as words, or as macros write them', () => {
    expect(hasName(text, 'memory')).toBe(true);
    expect(hasName(text, 'mem')).toBe(false);
    expect(hasName('XEN_CPUFEATURE(AVX512_IFMA, 1)', 'avx512-ifma')).toBe(true);
    expect(hasName(text, 'device_model_args')).toBe(true);
    expect(hasName(text, 'device_model_user')).toBe(false);
  });

  test('finds types', () => {
    const types = typesIn(
      'libxl_a = Number("a")\n\nlibxl_b = Struct("b", [\n    ("size", integer),\n    ])\n',
    );
    expect([...types.keys()]).toEqual(['libxl_a', 'libxl_b']);
    expect(types.get('libxl_b')).toContain('size');
  });
});
