/** Fetches and builds the programs of native/, for each release in its own folder, and tells how to start them. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '@xlcfg/shared/src/schema/platform.ts';
import {
  ARM_RELEASES,
  type ArmReleaseName,
  RELEASES,
  type Release,
  type X86ReleaseName,
} from './releases.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const folderOf = ({ name }: Release): string => path(`build/${name}`);

/** What the Makefile builds last. */
const isBuilt = (release: Release): boolean => existsSync(`${folderOf(release)}/defaultsAsk`);

/** The releases that can be asked on this machine. */
export const builtReleases = (): readonly Release<X86ReleaseName>[] => RELEASES.filter(isBuilt);
export const builtArmReleases = (): readonly Release<ArmReleaseName>[] => ARM_RELEASES.filter(isBuilt);

const ALL_RELEASES: readonly Release[] = [...RELEASES, ...ARM_RELEASES];

/** How an architecture is called by Debian, in the names of folders, and how its programs are started here. */
const MACHINES: Readonly<
  Record<
    Architecture,
    { readonly debian: string; readonly triplet: string; readonly loader: string; readonly emulator?: string }
  >
> = {
  x86: { debian: 'amd64', triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm: {
    debian: 'arm64',
    triplet: 'aarch64-linux-gnu',
    loader: 'ld-linux-aarch64.so.1',
    emulator: 'qemu-aarch64-static',
  },
};

interface Skipped {
  readonly release: Release;
  readonly why: string;
}

/**
 * Makes all releases ready to be asked, and tells which could not be fetched. Throws where a fetched one cannot be built,
 * or where there is none.
 */
export function buildPrograms(): readonly Skipped[] {
  const skipped = ALL_RELEASES.flatMap((release) => {
    const why = fetchPackages(release);
    if (why === undefined) build(release);
    return why === undefined ? [] : [{ release, why }];
  });
  if (skipped.length === ALL_RELEASES.length)
    throw new Error(`No real xl could be fetched:\n${skipped.map(({ why }) => why).join('\n')}`);
  return skipped;
}

/** Fetches and unpacks what is not there yet. Returns what went wrong. */
function fetchPackages(release: Release): string | undefined {
  const folder = folderOf(release);
  const wanted = [MACHINES[release.architecture].debian, release.suite, ...release.packages];
  const note = `${folder}/fetched`;
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted.join(' ')) return undefined;
  const { status, error, stderr } = spawnSync('sh', [path('native/fetch.sh'), folder, ...wanted], {
    encoding: 'utf8',
  });
  if (status !== 0) return error?.message ?? stderr;
  mkdirSync(folder, { recursive: true });
  writeFileSync(note, wanted.join(' '));
  return undefined;
}

function build({ name, xenVersion, architecture }: Release): void {
  const { triplet, emulator } = MACHINES[architecture];
  const variables = [`NAME=${name}`, `RELEASE=${xenVersion}`, `TRIPLET=${triplet}`];
  const target = emulator ? ['emulated'] : [];
  const { status, error, stderr } = spawnSync('make', ['-s', '-C', path('native'), ...variables, ...target], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`make in native/ failed: ${error?.message ?? stderr}`);
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** xl of a release on the pretended host, as a server: see native/server.c. */
export const commandOfXl = (release: Release): Command =>
  started(release, [
    '--preload',
    `${folderOf(release)}/preload.so`,
    `${folderOf(release)}/root/usr/lib/xen-${release.xenVersion}/bin/xl`,
  ]);

/** One of the programs beside it. */
export const commandOf = (
  release: Release,
  program: 'utilAsk' | 'lightAsk' | 'defaultsAsk',
  ...mode: readonly string[]
): Command => started(release, [`${folderOf(release)}/${program}`, ...mode]);

/** With the libraries of the release; the C library is this machine's unless it came with them. */
function started(release: Release, args: readonly string[]): Command {
  const { triplet, loader, emulator } = MACHINES[release.architecture];
  const libraries = `${folderOf(release)}/root/usr/lib/${triplet}`;
  const own = `${libraries}/${loader}`;
  const [command, ...before] = [...(emulator ? [emulator] : []), existsSync(own) ? own : `/lib64/${loader}`];
  return {
    command,
    args: [...before, '--library-path', libraries, ...args],
    env: { ...process.env, LD_BIND_NOW: '1' },
  };
}
