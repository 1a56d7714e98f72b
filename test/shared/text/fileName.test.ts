import { fileName } from '@xlcfg/shared/src/text/fileName.ts';
import { expect, it } from 'vitest';

it.each([
  ['file:///etc/xen/web1.cfg', 'web1.cfg'],
  ['file:///etc/xen/web%201.cfg', 'web 1.cfg'],
  ['file:///etc/xen/50%.cfg', '50%.cfg'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ['C:\\xen\\web1.cfg', 'web1.cfg'],
  ['file:///etc/xen/', ''],
  ['', ''],
])('of %j is %j', (uri, name) => expect(fileName(uri)).toBe(name));
