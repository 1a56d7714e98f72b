import type { SpecPart } from '@xlcfg/shared/src/languages/language.ts';
import { describe, expect, it } from 'vitest';
import { read } from '../support.ts';

/** Each part as `name=value`, with a bar around key and value, or as a word with its role. */
const shown = (text: string) => (part: SpecPart) =>
  part.kind === 'word'
    ? `${text.slice(part.start, part.end)}${part.role ? ` (${part.role})` : ''}`
    : `${part.start}-${part.end} |${text.slice(part.nameSpan.start, part.nameSpan.end)}|${text.slice(part.valueSpan.start, part.valueSpan.end)}|`;

describe('the parts of a string', () => {
  it.each([
    ['vif', '', []],
    ['vif', 'mac=1,  bridge=b', ['0-5 |mac|1|', '8-16 |bridge|b|']],
    ['vif', ',, ip = a ,', ['3-10 |ip | a |']],
    ['vif', 'script=a=b', ['0-10 |script|a=b|']],
    ['vif', 'trusted,foo', ['trusted (trusted)', 'foo']],
    ['vfb', 'vnc=1,foo,sdl=1', ['0-5 |vnc|1|', 'foo', '10-15 |sdl|1|']],
    ['channel', ' name = a b ,path=', ['1-11 |name|a b|', 'path=']],
    ['channel', 'path=/a=b', ['0-9 |path|/a|']],
    [
      'virtio',
      'type=virtio,device22,transport=mmio',
      ['0-20 |type|virtio,device22|', '21-35 |transport|mmio|'],
    ],
  ])('%s %j: %j', (option, text, parts) => {
    expect(read(option, text).parts.map(shown(text))).toEqual(parts);
  });
});
