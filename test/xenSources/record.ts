/**
 * Records which files and functions of Xen the entries name, from a checkout of Xen with its tags:
 * `npm run sources -- ~/xen`. The unit suite compares the entries with the record.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { XEN_VERSIONS, type XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { compareTexts } from '@xlcfg/shared/src/text/compare.ts';
import { type NamedSource, sourcedEntries, sourcesOf } from './entries.ts';
import { functionsIn, hasName, typesIn } from './functions.ts';
import { isFile, RECORD, type RecordedSources } from './recorded.ts';

const LARGEST_OUTPUT = 2 ** 28;

/** Where the files of the toolstack are that are named without a path. */
const TOOLSTACK = /^tools\/(?:xl|libxl|libs\/(?:light|util))\/[^/]+$/;

const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const [checkout = fail('Give the path of a Git checkout of Xen: npm run sources -- /path/to/xen')] =
  process.argv.slice(2);

const git = (...args: readonly string[]): string => {
  try {
    return execFileSync('git', ['-C', checkout, ...args], { encoding: 'latin1', maxBuffer: LARGEST_OUTPUT });
  } catch {
    return fail(`${checkout} is not a Git checkout of Xen with its tags: git ${args.join(' ')} failed.`);
  }
};

const tags = git('tag').split('\n');

/** What entries name and Xen does not have. */
const missing: string[] = [];

/** The newest point release of a version. */
function tagOf(xenVersion: XenVersion): string {
  const points = tags.flatMap((tag) => {
    const point = tag.startsWith(`RELEASE-${xenVersion}.`) ? Number(tag.split('.')[2]) : Number.NaN;
    return Number.isNaN(point) ? [] : [{ tag, point }];
  });
  const newest = points.sort((a, b) => b.point - a.point)[0];
  return newest?.tag ?? fail(`${checkout} has no tag of Xen ${xenVersion}, such as RELEASE-${xenVersion}.0.`);
}

/** What the entries name of one version. */
function recordVersion(xenVersion: XenVersion, named: readonly NamedSource[]): RecordedSources[string] {
  const tag = tagOf(xenVersion);
  const tree = git('ls-tree', '-r', '--name-only', tag).split('\n');
  const files = [...new Set(named.map(({ file }) => file))].sort(compareTexts).flatMap((file) => {
    const path = tree.find((one) => isFile(one, file) && (file.includes('/') || TOOLSTACK.test(one)));
    const ofFile = named.filter((one) => one.file === file);
    if (path !== undefined) return [[path, recordFile(tag, path, ofFile)] as const];
    missing.push(`${tag} has no file ${file}: ${titlesOf(ofFile)}`);
    return [];
  });
  return { tag, files: Object.fromEntries(files) };
}

const titlesOf = (named: readonly NamedSource[]): string => named.map(({ entry }) => entry.title).join(', ');

function recordFile(tag: string, path: string, named: readonly NamedSource[]): Record<string, string[]> {
  const text = git('show', `${tag}:${path}`);
  const parts = path.endsWith('.idl') ? typesIn(text) : functionsIn(text);
  const names = [...new Set(named.map((one) => one.function))].sort(compareTexts);
  return Object.fromEntries(
    names.flatMap((name) => {
      const part = name === '' ? text : parts.get(name);
      const ofPart = named.filter((one) => one.function === name);
      if (part === undefined) {
        missing.push(`${path} of ${tag} has no ${name}: ${titlesOf(ofPart)}`);
        return [];
      }
      const found = ofPart.flatMap(({ entry }) =>
        entry.name && hasName(part, entry.name) ? [entry.name] : [],
      );
      return [[name, [...new Set(found)].sort(compareTexts)]];
    }),
  );
}

const named = sourcedEntries().flatMap(sourcesOf);
const recorded: RecordedSources = Object.fromEntries(
  XEN_VERSIONS.flatMap((xenVersion) => {
    const ofVersion = named.filter((one) => one.xenVersion === xenVersion);
    return ofVersion.length > 0 ? [[xenVersion, recordVersion(xenVersion, ofVersion)]] : [];
  }),
);
if (missing.length > 0) fail(missing.join('\n'));
writeFileSync(RECORD, `${JSON.stringify(recorded, null, 1)}\n`);
