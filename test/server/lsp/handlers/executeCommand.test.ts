import { expect, it } from 'vitest';
import { COMMANDS } from '../../../../server/src/lsp/commands/index.ts';
import { connectInProcess, startInProcess } from '../../support/inProcess.ts';

const INVALID_PARAMS = -32602;

it('announces the commands that a client may use', async () => {
  await using client = startInProcess();
  const { capabilities } = await client.initialize();
  expect(capabilities.executeCommandProvider?.commands).toEqual(
    COMMANDS.filter(({ isFor }) => isFor === undefined).map(({ name }) => name),
  );
});

it.each([
  ['xlcfg.nothing', []],
  ['xlcfg.effectiveConfiguration', []],
  ['xlcfg.effectiveConfiguration', [5]],
  ['xlcfg.effectiveConfiguration', ['file:///not/open.cfg']],
  ['xlcfg.effectiveConfigurationLines', [5]],
  ['xlcfg.effectiveConfigurationLines', ['file:///not/open.cfg']],
  ['xlcfg.explain', ['file:///web.cfg']],
  ['xlcfg.explain', [null, 'memory']],
  ['xlcfg.applyEdit', [{}]],
  ['xlcfg.templates', [null]],
  ['xlcfg.versionComparison', []],
  ['xlcfg.versionComparison', ['file:///web.cfg', '4.14', '4.99']],
  ['xlcfg.versionComparison', ['file:///not/open.cfg', '4.14', '4.20']],
])('rejects %s with %j', async (command, args) => {
  await using client = await connectInProcess();
  const answer = client.requestUntyped('workspace/executeCommand', { command, arguments: args });
  await expect(answer).rejects.toMatchObject({ code: INVALID_PARAMS });
});
