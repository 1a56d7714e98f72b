/** Guests that share a name, a UUID or a MAC address. Facts: libxl_domain_rename, libxl__domain_make. */
import { fileName } from '../../text/fileName.ts';
import type { PlacedFact } from '../facts.ts';
import { factsAbout, factsOfKind, guestNameOf } from '../facts.ts';
import { sharedFactRule } from './sharedFact.ts';
import { MAX_RELATED, relatedFacts, type WorkspaceContext, type WorkspaceRule } from './workspaceRule.ts';

const duplicateName: WorkspaceRule = {
  code: 'duplicate-name',
  source: 'libxl_domain.c:libxl__domain_rename',
  severity: 'warning',
  summary: 'Two guests with the same name.',
  details:
    'A name is that of one running guest: while one of the two runs, `xl create` of the other fails ("already exists"). ' +
    'Where the files share the UUID, a MAC address or a disk as well, they are taken for two descriptions of one guest, ' +
    'as for an installation and what comes after it, and the finding is an info.',
  *check(context) {
    const { file, workspace } = context;
    const name = guestNameOf(file);
    const fact = factsOfKind(file, 'name').at(0);
    if (name === undefined || !fact) return;
    // One of the files may be this one.
    const others = workspace
      .filesWith('name', name)
      .slice(0, MAX_RELATED + 1)
      .filter((uri) => uri !== file.uri)
      .slice(0, MAX_RELATED)
      .flatMap((uri) => factsAbout(workspace.file(uri), fact));
    const [first] = others;
    if (!first) return;
    const isOneGuest = others.every((other) => isSameGuest(context, other));
    const where = fileName(first.uri);
    yield {
      fact,
      ...(isOneGuest ? { severity: 'information' } : {}),
      message: isOneGuest
        ? `\`${where}\` also defines this guest; only one of them can run at a time.`
        : `\`${where}\` also defines a guest with this name; only one of them can run at a time. Rename one.`,
      related: relatedFacts(others, 'The same name.'),
    };
  },
};

/** Whether both files have more in common than the name, so that they describe one guest. */
const isSameGuest = ({ file, workspace }: WorkspaceContext, { uri }: PlacedFact): boolean =>
  file.facts.some(
    ({ kind, key, writable }) =>
      (kind === 'uuid' || kind === 'mac' || (kind === 'diskTarget' && writable === true)) &&
      workspace.file(uri)?.facts.some((other) => other.kind === kind && other.key === key),
  );

const duplicateUuid = sharedFactRule(
  'uuid',
  {
    code: 'duplicate-uuid',
    source: 'libxl_create.c:libxl__domain_make',
    severity: 'warning',
    summary: 'Two guests with the same UUID.',
    details:
      'xl accepts both. While both run they share one entry in xenstore, `/vm/UUID`: the second overwrites what the first ' +
      'has there, and the end of one takes it from the other. Tools that know guests by their UUID mix them up. Files ' +
      'with the same name as well have one finding only, `duplicate-name`.',
  },
  {
    related: 'The same UUID.',
    generatedFix: { title: 'Generate a new UUID', generates: 'uuid' },
    message: (other) =>
      `${other} has this UUID too: where both run they overwrite each other's entry in xenstore. Generate another UUID, or remove the setting.`,
  },
);

const duplicateMac = sharedFactRule(
  'mac',
  {
    code: 'duplicate-mac',
    source: 'libxl_nic.c:libxl__device_nic_setdefault',
    severity: 'warning',
    summary: 'Two guests with the same MAC address.',
    details:
      'xl accepts both. Where both run on one network, the bridge sends the packets of one to the other, and both lose ' +
      'connections. Without `mac` libxl makes up an address for each interface.',
  },
  {
    related: 'The same MAC address.',
    generatedFix: { title: 'Generate a new MAC address', generates: 'mac' },
    message: (other) =>
      `${other} also has this MAC address: on the same network, both lose packets. Change one of them.`,
  },
);

export const identityRules: readonly WorkspaceRule[] = [duplicateName, duplicateUuid, duplicateMac];
