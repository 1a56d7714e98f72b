/** Compares the store with a simple model that recomputes everything after each step. */
import { digest, type FileFacts } from '@xlcfg/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin } from '../../../../server/src/lsp/uris.ts';
import { createFileStore } from '../../../../server/src/lsp/workspace/fileStore.ts';
import { open } from '../../../support/documents.ts';
import { law } from '../../../support/laws.ts';

const factsOf = (uri: string, name: string): FileFacts => digest(open(`name = "${name}"\n`, {}, uri));

/** Two URIs of one file, and two further files. */
const IDS: Readonly<Record<string, string>> = {
  'file:///r/a.cfg': 'A',
  'file:///r/sub/link.cfg': 'A',
  'file:///r/b.cfg': 'B',
  'file:///r/sub/c.cfg': 'C',
};
const URIS = Object.keys(IDS);
const idOf = (uri: string): string => IDS[uri] ?? uri;

const uri = fc.constantFrom(...URIS);
const name = fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined });
const folder = fc.constantFrom('file:///r', 'file:///r/sub');

const step = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), uri, name }),
  fc.record({ kind: fc.constant('close' as const), uri }),
  fc.record({ kind: fc.constant('disk' as const), uri, name, folder }),
  fc.record({ kind: fc.constant('remove' as const), uri: fc.constantFrom(...URIS, 'file:///r/sub') }),
  fc.record({ kind: fc.constant('keep' as const), folder, ids: fc.subarray(['A', 'B', 'C']) }),
);

interface Model {
  /** In the order in which they were opened. The first document of a file counts. */
  open: { readonly uri: string; readonly name: string | undefined }[];
  disk: {
    readonly id: string;
    readonly uri: string;
    readonly name: string;
    readonly folders: readonly string[];
  }[];
}

/** URI and name of each guest in the workspace. */
const guestsOf = ({ open: opened, disk }: Model): string[] =>
  ['A', 'B', 'C'].flatMap((id) => {
    const first = opened.find((one) => idOf(one.uri) === id);
    const found = first ?? disk.find((one) => one.id === id);
    return found?.name === undefined ? [] : [`${found.uri} ${found.name}`];
  });

describe('createFileStore', () => {
  it('has each file once, as it is open, else as it is on disk', () => {
    law(fc.array(step, { maxLength: 40 }), (steps) => {
      const store = createFileStore(() => {});
      const model: Model = { open: [], disk: [] };
      for (const one of steps) {
        switch (one.kind) {
          case 'open': {
            store.open(one.uri, one.name === undefined ? undefined : factsOf(one.uri, one.name));
            store.identify(one.uri, idOf(one.uri));
            const known = model.open.some((other) => other.uri === one.uri);
            model.open = known
              ? model.open.map((other) => (other.uri === one.uri ? one : other))
              : [...model.open, one];
            break;
          }
          case 'close':
            store.close(one.uri);
            model.open = model.open.filter((other) => other.uri !== one.uri);
            break;
          case 'disk': {
            const id = idOf(one.uri);
            const file = { uri: one.uri, id };
            store.setOnDisk(
              one.folder,
              file,
              one.name === undefined ? undefined : factsOf(one.uri, one.name),
            );
            const folders = model.disk.find((other) => other.id === id)?.folders ?? [];
            model.disk = model.disk.filter((other) => other.id !== id);
            if (one.name !== undefined) {
              model.disk.push({ id, uri: one.uri, name: one.name, folders: [...folders, one.folder] });
            }
            break;
          }
          case 'remove':
            store.removeFromDisk(one.uri);
            model.disk = model.disk.filter((other) => !isWithin(one.uri, other.uri));
            break;
          case 'keep':
            store.retainInFolder(one.folder, new Set(one.ids));
            model.disk = model.disk.flatMap((other) => {
              if (one.ids.some((id) => id === other.id)) return [other];
              const folders = other.folders.filter((other) => other !== one.folder);
              return folders.length === 0 ? [] : [{ ...other, folders }];
            });
        }
        const shown = [...store.workspace.files()].map(({ uri: at, facts }) => `${at} ${facts[0]?.key}`);
        expect(shown.sort()).toEqual(guestsOf(model).sort());
        for (const { uri: opened } of model.open) {
          const at = store.uriInWorkspace(opened);
          const first = model.open.find((other) => idOf(other.uri) === idOf(opened));
          if (first?.name !== undefined) expect(at).toBe(first.uri);
        }
      }
    });
  });

  it('reports changes of the workspace, and nothing else', () => {
    let changes = 0;
    const store = createFileStore(() => {
      changes += 1;
    });
    const facts = factsOf('file:///r/a.cfg', 'x');
    store.open('file:///r/a.cfg', facts);
    expect(changes).toBe(1);
    store.open('file:///r/a.cfg', facts);
    store.setOnDisk(
      'file:///r',
      { uri: 'file:///r/a.cfg', id: 'file:///r/a.cfg' },
      factsOf('file:///r/a.cfg', 'y'),
    );
    store.close('file:///r/none.cfg');
    expect(changes).toBe(1);
    store.close('file:///r/a.cfg');
    expect(changes).toBe(2);
  });
});
