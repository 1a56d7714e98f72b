/** `watch` of `node:fs`: the changes in folders, by inotify(7). */

import { setReadHandler } from 'qjs:os';
import { inotifyAdd, inotifyOpen, inotifyRemove } from 'xlcfg:native';
import { EventEmitter } from 'events';
import path from 'path-browserify';
import { readChunk } from './io.ts';
import { check } from './systemError.ts';

/** The length of `struct inotify_event` without its name, and the offsets of its fields. */
const HEADER_LENGTH = 16;
const MASK_OFFSET = 4;
const NAME_LENGTH_OFFSET = 12;
/** The kernel has removed a watch: its folder is gone. */
const IN_IGNORED = 0x8000;

interface Watcher extends EventEmitter {
  readonly close: () => void;
}

type OnChange = (event: 'change', name: string) => void;

/** Watches by the number that the kernel gives them. The kernel allows few descriptors, so all watches share one. */
const watches = new Map<number, { readonly folder: string; readonly listeners: Set<OnChange> }>();
let shared: number | undefined;

const deliver = (events: Buffer): void => {
  for (let start = 0; start + HEADER_LENGTH <= events.length; ) {
    const nameStart = start + HEADER_LENGTH;
    const end = nameStart + events.readUInt32LE(start + NAME_LENGTH_OFFSET);
    const id = events.readInt32LE(start);
    const watch = watches.get(id);
    if (watch && (events.readUInt32LE(start + MASK_OFFSET) & IN_IGNORED) !== 0) watches.delete(id);
    // An event of the folder itself has no name. The name of another one ends with zeros.
    const name = events.subarray(nameStart, end).toString().replace(/\0.*$/s, '');
    for (const listener of watch?.listeners ?? [])
      listener('change', name || path.basename(watch?.folder ?? ''));
    start = end;
  }
};

/** The descriptor, from which events are read as long as there are watches: it keeps the process alive. */
const open = (): number => {
  shared ??= check(inotifyOpen(), 'watch');
  const descriptor = shared;
  if (watches.size === 0) setReadHandler(descriptor, () => deliver(readChunk(descriptor)));
  return descriptor;
};

/** @throws the system's error where the folder cannot be watched */
export const watch = (folder: string, onChange: OnChange): Watcher => {
  const descriptor = open();
  const id = inotifyAdd(descriptor, folder);
  const found = watches.get(id) ?? { folder, listeners: new Set() };
  const close = (): void => {
    if (!found.listeners.delete(onChange) || found.listeners.size > 0) return;
    if (watches.delete(id)) inotifyRemove(descriptor, id);
    if (watches.size === 0) setReadHandler(descriptor, null);
  };
  if (id >= 0) {
    watches.set(id, found);
    found.listeners.add(onChange);
  } else if (watches.size === 0) setReadHandler(descriptor, null);
  check(id, 'watch', folder);
  return Object.assign(new EventEmitter(), { close });
};
