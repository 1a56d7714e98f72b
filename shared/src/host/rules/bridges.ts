/** Bridges that are not there. Facts: tools/hotplug/Linux/vif-bridge, which falls back from xenbr0 to eth0. */

import { listed } from '../../text/sentences.ts';
import type { HostView } from '../view.ts';
import { findEach, type HostRule, NOT_STARTED, named } from './hostRule.ts';

const INTERFACES = '/sys/class/net';

const exists = async (host: HostView, path: string): Promise<boolean> =>
  typeof (await host.find(path)).found !== 'string';

const isMissing = async (host: HostView, path: string): Promise<boolean> =>
  (await host.find(path)).found === 'missing';

const isBridge = (host: HostView, name: string): Promise<boolean> =>
  exists(host, `${INTERFACES}/${name}/bridge`);

/** More of them would be a list of all interfaces. */
const MAX_BRIDGES = 5;

async function bridgesOf(host: HostView): Promise<readonly string[]> {
  const names = (await host.names(INTERFACES)) ?? [];
  const areBridges = await Promise.all(names.map((name) => isBridge(host, name)));
  return names.filter((_, index) => areBridges[index]).slice(0, MAX_BRIDGES);
}

const DEFAULT_SCRIPT = /^[ \t]*(?:vif\.default\.script|vifscript)[ \t]*=[ \t]*["']([^"']*)["']/m;

/** Whether the interface is connected by the script that wants a bridge of Linux. */
async function isForBridge(host: HostView, script: string | undefined): Promise<boolean> {
  const used = script ?? DEFAULT_SCRIPT.exec((await host.text('/etc/xen/xl.conf')) ?? '')?.[1];
  if (used !== undefined) return /(?:^|\/)vif-bridge$/.test(used);
  // An xl.conf elsewhere may name the script of Open vSwitch.
  return !(await exists(host, '/sys/module/openvswitch'));
}

const isInterfaceName = (name: string): boolean => /^[^/\s]{1,15}$/.test(name) && !/^\.\.?$/.test(name);

export const missingBridge: HostRule = {
  code: 'host-missing-bridge',
  source: 'tools/hotplug/Linux/vif-bridge',
  severity: 'warning',
  summary: 'A bridge that does not exist on this host.',
  details:
    'The script `vif-bridge`, which is the default, connects an interface to a bridge in `/sys/class/net`. `xl create` ' +
    'fails where there is none. For `xenbr0` the script also takes a bridge `eth0`. Interfaces with another script, and ' +
    'hosts with Open vSwitch whose script is not known, are left alone.',
  check: ({ references, host }) =>
    findEach(references.bridges, async ({ text, script, span, scope, replaceBy }) => {
      if (!isInterfaceName(text) || !(await exists(host, INTERFACES))) return undefined;
      if (await isBridge(host, text)) return undefined;
      if (!(await isForBridge(host, script))) return undefined;
      const missing = await isMissing(host, `${INTERFACES}/${text}`);
      if (missing && /^xenbr/.test(text) && (await isBridge(host, `eth${text.slice('xenbr'.length)}`))) {
        return undefined;
      }
      if (!missing && !(await isMissing(host, `${INTERFACES}/${text}/bridge`))) return undefined;
      const bridges = await bridgesOf(host);
      const what = missing ? 'does not exist on this host' : 'is an interface of this host, but not a bridge';
      const there =
        bridges.length === 0
          ? 'This host has no bridge.'
          : `Bridges of this host: ${listed(bridges.map(named), 'and')}.`;
      return {
        span,
        scope,
        message: `${named(text)} ${what}: ${NOT_STARTED}. ${there}`,
        fixes: bridges.flatMap(replaceBy),
      };
    }),
};
