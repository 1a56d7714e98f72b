/** The answer to the server's command `xlcfg.platform`. Pure. */

export type PlatformSetting = 'xenVersion' | 'architecture';

export interface PlatformValue {
  readonly value: string;
  /** `project` means a `.xlcfg.json`. */
  readonly origin: string;
  readonly text: string;
  readonly detail: string;
}

export type Platform = Readonly<Record<PlatformSetting, PlatformValue>>;

const isValue = (value: unknown): value is PlatformValue =>
  typeof value === 'object' &&
  value !== null &&
  ['value', 'origin', 'text', 'detail'].every((name) => typeof Reflect.get(value, name) === 'string');

/** The platform in the answer; undefined if it has another shape. */
export const readPlatform = (answer: unknown): Platform | undefined => {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const xenVersion: unknown = Reflect.get(answer, 'xenVersion');
  const architecture: unknown = Reflect.get(answer, 'architecture');
  return isValue(xenVersion) && isValue(architecture) ? { xenVersion, architecture } : undefined;
};
