/** What xl makes of a text, and the places in it. */
import { type ConfigNode, effectiveConfiguration, type Host } from '@xlcfg/shared/src/effective/index.ts';
import type { XenVersion } from '@xlcfg/shared/src/schema/xenVersions.ts';
import { open } from '../../support/documents.ts';

export interface Given {
  readonly xenVersion?: XenVersion;
  readonly host?: Host;
}

export function configurationOf(text: string, { xenVersion = '4.17', host }: Given = {}): ConfigNode {
  const { guest, specs } = open(text, { xenVersion });
  return effectiveConfiguration({ guest, specs, xenVersion, ...(host ? { host } : {}) });
}

/** What is open by its kind, the rest as in JSON. */
export function plain(node: ConfigNode | undefined): unknown {
  switch (node?.kind) {
    case 'scalar':
      return node.value;
    case 'open':
      return `<${node.why}>`;
    case 'list':
      return node.items.map(plain);
    case 'object':
      return Object.fromEntries(node.entries.map(([name, inner]) => [name, plain(inner)]));
    default:
      return undefined;
  }
}

/** The node at the names, with blanks between them: `b_info type.hvm vnc`. */
export const at = (node: ConfigNode, path: string): ConfigNode | undefined =>
  path
    .split(' ')
    .reduce<ConfigNode | undefined>(
      (inner, name) =>
        inner?.kind === 'object'
          ? inner.entries.find(([one]) => one === name)?.[1]
          : inner?.kind === 'list'
            ? inner.items[Number(name)]
            : undefined,
      node,
    );

export const PV = 'name = "a"\nkernel = "/k"\n';
