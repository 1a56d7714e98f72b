/** Guests that run, as far as files tell. Facts: libxl__userdata_path; libxl keeps the configuration of each guest. */

import { valueSpan } from '../../workspace/readers/identity.ts';
import type { HostView } from '../view.ts';
import { type HostRule, named } from './hostRule.ts';

const FOLDER = '/var/lib/xen';
const USERDATA = /^userdata-d\.([1-9]\d*)\.([0-9a-f-]{36})\.libxl-json$/;

interface RunningGuest {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
}

/** In milliseconds since 1970. Files that are older are about guests of before. */
async function bootTime(host: HostView): Promise<number> {
  const seconds = /^btime (\d+)$/m.exec((await host.text('/proc/stat')) ?? '')?.[1];
  return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds) * 1000;
}

/** The name in libxl's JSON, which begins with what the domain is created from. */
const nameIn = (json: string): string | undefined => {
  const literal = /"c_info"\s*:\s*\{[^{}]*?"name"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(json)?.[1];
  return literal === undefined ? undefined : /^"([\w.+-]+)"$/.exec(literal)?.[1];
};

async function runningGuests(host: HostView): Promise<readonly RunningGuest[]> {
  const since = await bootTime(host);
  const found = await Promise.all(
    ((await host.names(FOLDER)) ?? []).map(async (file): Promise<readonly RunningGuest[]> => {
      const [, id, uuid] = USERDATA.exec(file) ?? [];
      if (id === undefined || uuid === undefined) return [];
      const { found } = await host.find(`${FOLDER}/${file}`);
      if (typeof found === 'string' || found.modified < since) return [];
      const name = nameIn((await host.text(`${FOLDER}/${file}`)) ?? '');
      return name === undefined ? [] : [{ id, uuid, name }];
    }),
  );
  return found.flat();
}

export const nameInUse: HostRule = {
  code: 'host-name-in-use',
  source: 'libxl_domain.c:libxl__domain_rename libxl_dom.c:libxl__userdata_path',
  severity: 'warning',
  summary: 'The name of another guest that runs on this host.',
  details:
    'Two running guests cannot have one name: `xl create` fails. Guests are looked up in the files that libxl keeps in ' +
    '`/var/lib/xen`, which only root can read. A running guest is another one where both have a UUID, and not the same; ' +
    'without `uuid` in the file nothing is reported.',
  check: async ({ references: { values }, host }) => {
    const [name, uuid, setting] = [values.text('name'), values.text('uuid'), values.setting('name')];
    if (!name || !uuid || !setting) return [];
    const other = (await runningGuests(host)).find(
      (guest) => guest.name === name && guest.uuid !== uuid.toLowerCase(),
    );
    if (!other) return [];
    const place = valueSpan(setting);
    const message = `Another guest ${named(name)} runs on this host, as domain ${other.id} with the UUID ${other.uuid}: \`xl create\` fails until it ends. Rename one of them.`;
    return [{ span: place, scope: place, message }];
  },
};
