/** Sizes that the host does not have. Facts: drivers/xen/pcpu.c of Linux; dom0 sees its own memory only. */

import { maxMemory } from '../../model/memory.ts';
import type { OptionValues } from '../../model/optionValues.ts';
import { maxVcpus } from '../../model/vcpus.ts';
import type { Finding } from '../../rules/rule.ts';
import { type Span, spanOf } from '../../span.ts';
import type { HostView } from '../view.ts';
import { readXenHost } from '../xenHost.ts';
import type { HostRule } from './hostRule.ts';

const placeOf = (values: OptionValues, option: string): Span | undefined => {
  const value = values.setting(option)?.parts.at(-1)?.value;
  return value && spanOf(value);
};

const finding = (values: OptionValues, option: string, message: string): readonly Finding[] => {
  const place = placeOf(values, option);
  return place ? [{ span: place, scope: place, message }] : [];
};

const MEBIBYTE = 1024n;

/** In KiB; undefined where it is not known, as in dom0. */
async function memoryOf(host: HostView): Promise<bigint | undefined> {
  if ((await readXenHost(host)).isXen) return undefined;
  const total = /^MemTotal:\s+(\d+) kB$/m.exec((await host.text('/proc/meminfo')) ?? '')?.[1];
  return total === undefined ? undefined : BigInt(total);
}

export const hostMemory: HostRule = {
  code: 'host-memory',
  source: 'xl_vmcontrol.c:freemem',
  severity: 'information',
  summary: 'More memory than this host has.',
  details:
    'Compared with `/proc/meminfo`, where the host runs without Xen. On a running dom0 nothing is reported: that file ' +
    'has the memory of dom0 alone, and how much the machine has is known to the hypervisor only (`xl info`).',
  check: async ({ references: { values }, host }) => {
    const asked = maxMemory(values);
    if (!asked) return [];
    const total = await memoryOf(host);
    if (total === undefined || asked.kib <= total) return [];
    const [wanted, there] = [asked.kib / MEBIBYTE, total / MEBIBYTE];
    return finding(
      values,
      asked.option,
      `The guest may have ${wanted} MiB of memory, and this host has ${there} MiB. Use less, or run the guest on another host.`,
    );
  },
};

/** In dom0 `/proc/cpuinfo` has its own virtual CPUs; those of the machine are elsewhere. */
async function processorsOf(host: HostView): Promise<number | undefined> {
  const physical = (await host.names('/sys/devices/system/xen_cpu')) ?? [];
  const count = physical.filter((name) => /^xen_cpu\d+$/.test(name)).length;
  if (count > 0) return count;
  if ((await readXenHost(host)).isXen) return undefined;
  const listed = (await host.text('/proc/cpuinfo'))?.match(/^processor\s*:/gm)?.length;
  return listed === 0 ? undefined : listed;
}

export const hostVcpus: HostRule = {
  code: 'host-vcpus',
  source: 'libxl_create.c:libxl__domain_make',
  severity: 'information',
  summary: 'More vCPUs than this host has CPUs.',
  details:
    'The guest starts, and its vCPUs share the CPUs: it gets slower rather than faster. On dom0 the CPUs of the machine ' +
    'are counted in `/sys/devices/system/xen_cpu`; `/proc/cpuinfo` has those of dom0.',
  check: async ({ references: { values }, host }) => {
    const { count, option } = maxVcpus(values);
    if (option === null) return [];
    const processors = await processorsOf(host);
    if (processors === undefined || count <= processors) return [];
    const has = processors === 1 ? '1 CPU' : `${processors} CPUs`;
    return finding(
      values,
      option,
      `The guest has up to ${count} vCPUs, and this host ${has}: the vCPUs wait for each other. Use at most ${processors}.`,
    );
  },
};
