import { ALL_RULES, DEFAULT_SETTINGS } from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import {
  findSection,
  ignoredValuesMessage,
  readClientSettings,
} from '../../../server/src/lsp/clientSettings.ts';

const CODE = ALL_RULES.at(-1)?.code ?? '';

describe('valid settings', () => {
  it.each([
    [undefined, {}],
    [null, {}],
    [{}, {}],
    [{ enable: false }, { enable: false }],
    [{ xenVersion: '4.17' }, { xenVersion: '4.17' }],
    [{ rules: { [CODE]: 'off' } }, { rules: { [CODE]: 'off' } }],
    [{ enable: null, xenVersion: null, rules: null }, {}],
    [{ trace: { server: 'verbose' } }, {}],
    [{ folders: ['/etc/xen'] }, { folders: ['/etc/xen'] }],
    [{ format: null }, {}],
    [{ format: { quotes: 'double' } }, { format: { ...DEFAULT_SETTINGS.format, quotes: 'double' } }],
  ])('%j', (section, expected) => {
    expect(readClientSettings(section)).toEqual({
      settings: { ...DEFAULT_SETTINGS, ...expected },
      issues: [],
    });
  });
});

describe('invalid settings', () => {
  it.each([
    [7, {}, [/^xlcfg is 7, it must be an object/]],
    [['4.17'], {}, [/^xlcfg is \["4\.17"\]/]],
    [{ enable: 'false' }, {}, [/^xlcfg\.enable is "false", it must be true or false/]],
    [
      { xenVersion: 4.17 },
      {},
      [RegExp(`^xlcfg\\.xenVersion is 4\\.17, .* in quotes, "${DEFAULT_SETTINGS.xenVersion}" to "4\\.1"`)],
    ],
    [{ xenVersion: '4.99', enable: false }, { enable: false }, [/^xlcfg\.xenVersion is "4\.99"/]],
    [{ rules: [] }, {}, [/^xlcfg\.rules is \[\], it must be an object/]],
    [{ rules: { nonsense: 'off' } }, {}, [/^xlcfg\.rules names "nonsense", which is not a rule/]],
    [{ rules: { [CODE]: 'fatal' } }, {}, [/to "fatal", it must be one of off, hint, info, warning, error/]],
    [{ rules: { [CODE]: 'hint', no: 1 } }, { rules: { [CODE]: 'hint' } }, [/"no", which is not a rule/]],
    [{ rules: JSON.parse('{"__proto__": "off"}') }, {}, [/"__proto__", which is not a rule/]],
    [{ xenversion: '4.17' }, {}, [/^xlcfg\.xenversion is not a setting/]],
    [{ constructor: 1 }, {}, [/^xlcfg\.constructor is not a setting/]],
    [{ folders: '/etc/xen' }, {}, [/^xlcfg\.folders is "\/etc\/xen", it must be a list of texts/]],
    [{ folders: [7] }, {}, [/^xlcfg\.folders/]],
    [{ inlayHints: false }, {}, [/^xlcfg\.inlayHints is false, it must be an object/]],
    [{ inlayHints: { names: true } }, {}, [/^xlcfg\.inlayHints\.names is not a setting/]],
    [{ inlayHints: { trace: true } }, {}, [/^xlcfg\.inlayHints\.trace is not a setting/]],
    [
      { format: { lineWidth: 7, quotes: 'single' } },
      { format: { ...DEFAULT_SETTINGS.format, quotes: 'single' } },
      [/^xlcfg\.format\.lineWidth is 7, it must be a whole number from 20 to 1000/],
    ],
    [{ format: { lineWidth: 80.5 } }, {}, [/lineWidth/]],
    [{ enable: 1, xenVersion: 'x' }, {}, [/enable/, /xenVersion/]],
  ])('%j', (section, expected, issues) => {
    const read = readClientSettings(section);
    expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, ...expected });
    expect(read.issues).toEqual(issues.map((complaint) => expect.stringMatching(complaint)));
    expect(ignoredValuesMessage(read)).toContain(read.issues.join('; '));
  });

  it('are abbreviated in messages', () => {
    expect(readClientSettings({ enable: 'x'.repeat(10_000) }).issues[0]?.length).toBeLessThan(150);
  });
});

it('has no message about valid settings', () => {
  expect(ignoredValuesMessage(readClientSettings({ enable: true }))).toBeUndefined();
});

describe('findSection', () => {
  it.each([
    [{ xlcfg: { enable: false } }, { enable: false }],
    [{ xlcfg: null }, null],
    [{ xlcfg: { enable: false }, enable: true }, { enable: false }],
    [{ xenVersion: '4.17' }, { xenVersion: '4.17' }],
    [{ python: {} }, undefined],
    [{}, undefined],
    [null, undefined],
    [undefined, undefined],
    ['xlcfg', undefined],
  ])('%j', (payload, expected) => {
    expect(findSection(payload)).toEqual(expected);
  });
});
