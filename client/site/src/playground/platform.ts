/** The Xen version and the architecture that the files are checked against. */
import type { LSPClient } from '@codemirror/lsp-client';
import { SETTINGS } from '@xlcfg/shared/src/settings.ts';
import { byId, create } from '../common/dom.ts';
import type { SharedState } from './sharedState.ts';

type PlatformNames = 'xenVersion' | 'architecture';

export interface Platform {
  readonly values: () => Readonly<Record<PlatformNames, string>>;
  /** Chooses the values of a link or an example; those that it lacks, or that do not exist, are the defaults. */
  readonly set: (state: Pick<SharedState, PlatformNames>) => void;
}

/** Fills a list of choices. */
export const fillChoices = (
  select: HTMLSelectElement,
  choices: readonly string[],
  chosen: string,
  labels: Readonly<Record<string, string>> = {},
): void => {
  select.replaceChildren(
    ...choices.map((value) =>
      create('option', { value, selected: value === chosen }, labels[value] ?? value),
    ),
  );
};

const ARCHITECTURES = { auto: 'Automatic', x86: 'x86', arm: 'Arm' };

/** @param onChange called after the user has chosen another value */
export const createPlatform = (client: LSPClient, onChange: () => void): Platform => {
  const selects = {
    xenVersion: byId('xenVersion', HTMLSelectElement),
    architecture: byId('architecture', HTMLSelectElement),
  };

  const values: Platform['values'] = () => ({
    xenVersion: selects.xenVersion.value,
    architecture: selects.architecture.value,
  });

  const send = (): void =>
    client.notification('workspace/didChangeConfiguration', { settings: { xlcfg: values() } });

  const set: Platform['set'] = (state) => {
    for (const name of ['xenVersion', 'architecture'] as const) {
      const wanted = state[name];
      const { choices, default: usual }: { choices: readonly string[]; default: string } = SETTINGS[name];
      selects[name].value = wanted !== undefined && choices.includes(wanted) ? wanted : usual;
    }
    send();
  };

  const { xenVersion, architecture } = SETTINGS;
  fillChoices(selects.xenVersion, [...xenVersion.choices].reverse(), xenVersion.default);
  fillChoices(selects.architecture, architecture.choices, architecture.default, ARCHITECTURES);
  for (const select of Object.values(selects))
    select.addEventListener('change', () => {
      send();
      onChange();
    });
  return { values, set };
};
