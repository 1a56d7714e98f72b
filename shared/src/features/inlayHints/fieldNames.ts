/** The names of fields that are told by their position. */

import type { XlDocument } from '../../document/document.ts';
import { placeOf } from '../../document/positions.ts';
import { diskParameter } from '../../languages/disk/schema/index.ts';
import { parseVdev } from '../../languages/disk/vdev.ts';
import { paragraphs, plain } from '../../prose/markdown.ts';
import { vdevDocumentation } from '../../prose/vdev.ts';
import { guestDisks, type Hint } from './hint.ts';

const name = (at: number, label: string, tooltip: string): Hint => ({
  kind: 'name',
  at,
  label: `${label}:`,
  tooltip,
});

/** Of the disks and devices that xl gives to the guest. */
export const fieldNameHints = (doc: XlDocument): Hint[] => [...inDisks(doc), ...inOthers(doc)];

const inDisks = (doc: XlDocument): Hint[] =>
  guestDisks(doc).flatMap(({ node, spec }) =>
    spec.tree.flatMap((part) => {
      const parameter = part.kind === 'positional' ? diskParameter(part.role) : undefined;
      if (part.kind !== 'positional' || !parameter) return [];
      const vdev = parameter.field === 'vdev' ? parseVdev(part.value) : null;
      const tooltip = paragraphs([
        plain(parameter.summary),
        vdev ? vdevDocumentation(vdev, doc.guest.type, spec.fields.is_cdrom) : undefined,
      ]);
      return [name(placeOf(node, part.valueSpan).start, parameter.name, tooltip)];
    }),
  );

/** What has a name to be written, and is written without it. Words that stand for themselves need none. */
const inOthers = (doc: XlDocument): Hint[] =>
  (doc.kind.name === 'guest' ? doc.specs.specs : []).flatMap(({ node, spec, language }) =>
    language.options.includes('disk')
      ? []
      : spec.parts.flatMap((part) => {
          if (part.kind !== 'word' || part.role === undefined) return [];
          const parameter = language.parameters.find((one) => one.name === part.role);
          if (parameter?.form !== 'value') return [];
          return [name(placeOf(node, part).start, parameter.name, plain(parameter.summary))];
        }),
  );
