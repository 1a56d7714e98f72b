/** Which USB device a string means. */
import type { SpecFact } from '../facts.ts';
import { givenValue } from '../toolkit/given.ts';
import type { KeyedSpec } from '../toolkit/keyedLanguage.ts';
import { strtoul } from '../toolkit/numberFaults.ts';

/** Bus and device number, which stay until the device is plugged in anew. */
export function usbFacts(spec: KeyedSpec): readonly SpecFact[] {
  const bus = givenValue(spec, 'hostbus');
  const address = givenValue(spec, 'hostaddr');
  if (!bus || !address) return [];
  const key = [bus, address].map(({ text }) => BigInt.asUintN(8, strtoul(text))).join('.');
  const span = {
    start: Math.min(bus.whole.start, address.whole.start),
    end: Math.max(bus.whole.end, address.whole.end),
  };
  const text = spec.text.slice(span.start, span.end);
  return [{ span, content: { kind: 'usbDevice', key, text, option: 'usbdev' } }];
}
