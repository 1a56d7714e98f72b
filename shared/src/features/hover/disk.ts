/** Hovers inside the string of a disk: each part, and where nothing smaller is, the whole. */

import type { XlDocument } from '../../document/document.ts';
import { placeOf } from '../../document/positions.ts';
import type { DiskPart, DiskPositional, DiskPrefix, DiskSpec } from '../../languages/disk/ast.ts';
import { diskParameter, diskPrefix } from '../../languages/disk/schema/index.ts';
import { fieldHover, parameterHover } from '../../prose/diskField.ts';
import { diskSummary } from '../../prose/diskSummary.ts';
import { prefixDocumentation } from '../../prose/documentation.ts';
import { code, paragraphs } from '../../prose/markdown.ts';
import type { Section } from '../../prose/reference.ts';
import { span } from '../../span.ts';
import { decodedOffset, type StringLiteral } from '../../syntax/index.ts';
import { contains, type HoverPart, hoverPart } from './hoverPart.ts';

const section = (heading: string): Section => ({ page: 'disks.md', heading });
const PREFIXES = section('Deprecated prefixes');

/** The hover for an offset of the file that lies in `node`, an item of a `disk` list. */
export function diskHover(doc: XlDocument, node: StringLiteral, spec: DiskSpec, offset: number): HoverPart {
  const { content } = node;
  if (contains(span(content.start, content.end), offset)) {
    const at = decodedOffset(content, offset);
    const part = spec.tree.find((one) => contains(one, at));
    const inner = part && partHover(doc, spec, part, at);
    if (inner) return hoverPart(placeOf(node, inner), inner.markdown, inner.section);
  }
  return hoverPart(node, diskSummary(doc, node, spec), section('Disks'));
}

/** Offsets of what comes back count in the decoded text. */
function partHover(doc: XlDocument, spec: DiskSpec, part: DiskPart, at: number): HoverPart | undefined {
  switch (part.kind) {
    case 'prefix':
      return hoverPart(part, prefixHover(part), PREFIXES);
    case 'flag': {
      const parameter = diskParameter(part.name);
      return parameter && hoverPart(part, parameterHover(doc, parameter), section(parameter.name));
    }
    case 'parameter': {
      const parameter = diskParameter(part.name);
      if (!parameter || !part.known)
        return hoverPart(part, unknownParameter(part.name), section('Parameters'));
      if (contains(part.valueSpan, at)) {
        return hoverPart(
          part.valueSpan,
          fieldHover(doc, spec, parameter, part.value),
          section(parameter.name),
        );
      }
      // On the `=`, both sides belong to the thing.
      const place = contains(part.nameSpan, at) ? part.nameSpan : part;
      return hoverPart(place, parameterHover(doc, parameter), section(parameter.name));
    }
    case 'positional':
      return positionalHover(doc, spec, part, at);
    case 'junk':
      return undefined;
  }
}

function positionalHover(
  doc: XlDocument,
  spec: DiskSpec,
  part: DiskPositional,
  at: number,
): HoverPart | undefined {
  const { devtype, role, value, valueSpan } = part;
  const type = diskParameter('devtype');
  if (devtype && type && contains(devtype.span, at)) {
    return hoverPart(devtype.span, fieldHover(doc, spec, type, devtype.value), section(type.name));
  }
  const parameter = diskParameter(role);
  if (!parameter) return hoverPart(valueSpan, surplus(value));
  const place = contains(valueSpan, at) ? valueSpan : part;
  return hoverPart(place, fieldHover(doc, spec, parameter, value), section(parameter.name));
}

function prefixHover({ name }: DiskPrefix): string {
  const prefix = diskPrefix(name);
  if (prefix) return prefixDocumentation(prefix);
  return paragraphs([
    `${code(`${name}:`)} (unknown prefix)`,
    'xl refuses the disk ("unknown deprecated disk prefix").',
    `For a target that begins like this, write it by name and last: ${code(`target=${name}:...`)}.`,
  ]);
}

const unknownParameter = (name: string): string =>
  paragraphs([`${code(name)} (unknown parameter)`, 'xl has no parameter of this name and refuses the disk.']);

const surplus = (value: string): string =>
  paragraphs([
    `${code(value)} (one too many)`,
    'Target, format, vdev and access are there already. What follows them needs a name; xl refuses the disk.',
  ]);
