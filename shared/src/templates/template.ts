/** A template: a whole file for a new guest, with tab stops where guests differ. */
import type { Architecture, Platform } from '../schema/platform.ts';
import { existsIn, type Lifetime, type XenVersion } from '../schema/xenVersions.ts';

/** A line for some versions of Xen only. */
export interface TemplateLine extends Lifetime {
  /** In snippet syntax, as are lines that are plain strings. */
  readonly text: string;
}

/** What no two guests have in common. */
export interface GuestIdentity {
  /** Until the user changes it. */
  readonly name: string;
  /** Absent: xl generates one at each start. */
  readonly mac?: string;
}

export interface Template extends Lifetime {
  readonly id: string;
  /** The only one on which xl accepts it. */
  readonly architecture: Architecture;
  /** A few words, the first of which is unique. */
  readonly title: string;
  /** One sentence of plain text. */
  readonly description: string;
  /** The file for a guest. Tab stops count from 1 in the order of the lines. */
  readonly lines: (guest: GuestIdentity) => readonly (string | TemplateLine)[];
}

/** Whether xl of the platform accepts it. Where the architecture is left to the file, it is that of the template. */
export const isForPlatform = (template: Template, { xenVersion, architecture }: Platform): boolean =>
  existsIn(xenVersion, template) && (architecture === 'auto' || architecture === template.architecture);

/** The file as a snippet for a version of Xen, with a newline at its end. */
export const templateSnippet = (template: Template, guest: GuestIdentity, xenVersion: XenVersion): string =>
  template
    .lines(guest)
    .flatMap((line) => {
      if (typeof line === 'string') return [line];
      return existsIn(xenVersion, line) ? [line.text] : [];
    })
    .map((line) => `${line}\n`)
    .join('');
