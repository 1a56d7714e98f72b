/** Refactorings over a real connection: announced, asked for, applied. */
import { expect, it, vi } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { applyTextEdits, atCursor, type ClientOptions } from './support/client.ts';
import { startHere } from './support/here.ts';

const URI = 'file:///etc/xen/web.cfg';

vi.setConfig({ testTimeout: 20_000 });

/** The answer for a cursor, and the texts that it would make. */
async function actionsAt(source: string, only: string[] | undefined, options: ClientOptions = {}) {
  await using client = startHere(options);
  const { capabilities } = await client.initialize();
  const { text, position } = atCursor(source);
  await client.open(URI, text);
  const actions: CodeAction[] = await client.request('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
  return {
    capabilities,
    actions,
    result: (title: string): string | undefined => {
      const edits = actions.find((action) => action.title.startsWith(title))?.edit?.changes?.[URI];
      return edits && applyTextEdits(text, edits);
    },
  };
}

it('are announced, and come beside the quick fixes', async () => {
  const { capabilities, result } = await actionsAt("disk = [ '/a,raw,xv|da,rw' ]\n", undefined);
  expect(capabilities.codeActionProvider).toMatchObject({
    codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.xlcfg', 'source.modernize.xlcfg'],
  });
  expect(result('Write the disk with named parameters')).toBe(
    "disk = [ 'format=raw,vdev=xvda,access=rw,target=/a' ]\n",
  );
});

it('make up an address of their own each time', async () => {
  const ask = () => actionsAt("vif = [ '|bridge=br0' ]\n", ['refactor']);
  const [one, other] = [await ask(), await ask()].map(({ result }) => result('Give the interface'));
  expect(one).toMatch(/^vif = \[ 'mac=00:16:3e:[0-7][0-9a-f](:[0-9a-f]{2}){2},bridge=br0' \]\n$/);
  expect(other).not.toBe(one);
});

it("bring a whole file to today's syntax, asked for by name", async () => {
  const source = "name = 'a'|\nbuilder = 'hvm'\nroot = '/dev/xvda1'\nextra = 'ro'\n";
  const { actions, result } = await actionsAt(source, ['source.modernize']);
  expect(actions).toHaveLength(1);
  expect(result('Bring')).toBe("name = 'a'\ntype = 'hvm'\ncmdline = 'root=/dev/xvda1 ro'\n");
});

it.each([
  ['shown with the reason', { textDocument: { codeAction: { disabledSupport: true } } }, 1],
  ['left out for a client that cannot show them', {}, 0],
])('that are not possible are %s', async (_, capabilities, count) => {
  const { actions } = await actionsAt("vif = [ 'a|', # one\n  'b' ]\n", ['refactor'], { capabilities });
  expect(actions.filter((action) => action.disabled)).toHaveLength(count);
});
