/** What the real xl and its libraries say, as oracle.ts gives it out. */

import type { GuestType } from '@xlcfg/shared/src/schema/types.ts';
import type { OracleFields } from './oracleFields.ts';

/**
 * `crash` and `timeout`: it died of the input, or did not come to an end in two seconds of the processor's time.
 * `open`: what memory holds decides whether xl accepts the file.
 */
export type Verdict = 'accept' | 'reject' | 'crash' | 'timeout' | 'open';

/**
 * How far xl gets with a file: `dry` is `create -n`, xl's own reading of it; `deep` what libxl fills in and checks before it
 * makes a domain; `full` what follows, up to where QEMU, a bootloader or a daemon would be started, or to the end.
 */
export const STAGES = ['dry', 'deep', 'full'] as const;
export type Stage = (typeof STAGES)[number];

/** What is compared with the answers: the verdict at each stage, and the JSON. */
export const POINTS = [...STAGES, 'json'] as const;
export type Point = (typeof POINTS)[number];

export interface FileAnswer {
  readonly verdict: Verdict;
  /** Where it was rejected; absent where it is accepted. */
  readonly stage?: Stage;
  readonly messages: readonly string[];
  /** What xl prints of the guest; only where the dry run accepts. */
  readonly json?: unknown;
}

/** A setting's value as libxlutil gives it out: text, or a list. */
export type ConfigValue = string | readonly ConfigValue[];

export interface ConfigAnswer {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  readonly values?: Readonly<Record<string, ConfigValue>>;
}

export interface DiskAnswer {
  readonly verdict: Verdict;
  readonly messages: readonly string[];
  readonly fields: OracleFields;
}

export interface VdevAnswer {
  /** -1: refused. */
  readonly devid: number;
  readonly disk: number;
  readonly partition: number;
}

/** `syntax`: libxlutil rejects the spec already. */
export interface AttachAnswer {
  readonly verdict: Verdict | 'syntax';
  readonly messages: readonly string[];
  readonly backend?: string;
}

export interface AttachQuestion {
  readonly spec: string;
  readonly guestType: GuestType;
  /** What the target is on the pretended host. */
  readonly target: 'file' | 'block' | 'absent';
}
