import { DEFAULT_SETTINGS } from '@xlcfg/shared';
import { describe, expect, it } from 'vitest';
import { createAnalysisStore } from '../../../../server/src/cli/check/analysisStore.ts';
import { analyze } from '../../../../server/src/cli/common/content.ts';
import type { AnalyzedFile } from '../../../../server/src/cli/report/fileReport.ts';

/** Problems of several kinds: with fixes, with related locations, and about characters that JSON escapes. */
const TEXT =
  'name = "a"\nname = "b"\ndisk = [ \'tap:aio:/a.img,xvda,w\' ]\nmemroy = "é 日本 \ud800"\nkernel = \'k\n';

const { problems } = analyze('a.cfg', { text: TEXT, encoding: 'utf8', kind: 'guest' }, DEFAULT_SETTINGS);
const file: AnalyzedFile = { path: 'a.cfg', text: TEXT, problems };

describe('the store of analyzed files', () => {
  it('returns a file as it was stored', () => {
    const { load, isCompressed } = createAnalysisStore()(file);
    expect(isCompressed).toBe(false);
    expect(load()).toBe(file);
  });

  it('returns an equal file from compressed data', () => {
    expect(problems.flatMap(({ fixes = [] }) => fixes).length).toBeGreaterThan(0);
    expect(problems.flatMap(({ related = [] }) => related).length).toBeGreaterThan(0);
    const { load, isCompressed } = createAnalysisStore(0)(file);
    expect(isCompressed).toBe(true);
    expect(load()).toEqual(file);
    expect(load()).not.toBe(file);
  });

  it('compresses files when those before have reached the limit', () => {
    const store = createAnalysisStore(25_000);
    const compressed = Array.from({ length: 20 }, () => store(file).isCompressed);
    expect(compressed).toEqual([...compressed].sort());
    expect(new Set(compressed)).toEqual(new Set([false, true]));
  });
});
