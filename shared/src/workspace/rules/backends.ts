/** Driver domains that no file describes. */

import type { Fix } from '../../edits/edit.ts';
import { HOST_DOMAIN } from '../../languages/toolkit/domains.ts';
import { quoted } from '../../text/sentences.ts';
import { type Fact, factsOfKind, guestNameOf } from '../facts.ts';
import type { WorkspaceContext, WorkspaceRule } from './workspaceRule.ts';

const unknownBackend: WorkspaceRule = {
  code: 'unknown-backend',
  source: 'libxl_utils.c:libxl_domain_qualifier_to_domid libxl_nic.c:libxl__device_nic_setdefault',
  severity: 'information',
  summary: 'A `backend` that no file defines.',
  details:
    '`backend` names the guest that serves a device, and `xl create` fails where no guest of that name runs. Not every ' +
    'such guest is described by a file of the workspace, so its severity is info. Nothing is said of `Domain-0`, ' +
    'of numbers, nor where there is a single file. The folders of the workspace, and those of the setting ' +
    '`xlcfg.folders`, are looked into.',
  *check(context) {
    if (!context.complete) return;
    const unknown = factsOfKind(context.file, 'backend').filter(
      ({ key }) => key !== HOST_DOMAIN && context.workspace.filesWith('name', key).length === 0,
    );
    if (unknown.length === 0) return;
    if (!hasOtherGuests(context)) return;
    for (const fact of unknown) {
      const suggestion = suggestName(fact.key, context);
      yield {
        fact,
        message: `No file defines a guest ${quoted(fact.key)}, which must run for this device.${suggestion === null ? '' : ` Did you mean ${quoted(suggestion)}?`}`,
        ...(suggestion !== null && { fixes: renameFix(fact, suggestion) }),
      };
    }
  },
};

/** Common names for dom0. */
const HOST_NAMES = /^dom(?:ain)?-?0$/i;

/**
 * The name that was most likely meant. Names that differ only in a number, and very short ones, are not suggested: both may
 * exist, since the guest may have no file.
 */
function suggestName(name: string, { file, workspace }: WorkspaceContext): string | null {
  if (HOST_NAMES.test(name)) return HOST_DOMAIN;
  const own = guestNameOf(file);
  const eligible = (other: string): boolean => other !== own || workspace.isShared('name', other, file.uri);
  const suggestion = name.length > 3 ? workspace.nearestKey('name', name, eligible) : null;
  const letters = (text: string): string => text.replace(/[0-9]+/g, '');
  return suggestion !== null && letters(suggestion) !== letters(name) ? suggestion : null;
}

/** A name without characters that would have to be escaped in some strings. */
const PLAIN_NAME = /^[\w.-]+$/;

const renameFix = ({ start, end }: Fact, suggestion: string): readonly Fix[] =>
  PLAIN_NAME.test(suggestion)
    ? [{ title: `Change to ${suggestion}`, edits: [{ start, end, newText: suggestion }] }]
    : [];

/** Whether a guest with a name is described by another file. */
function hasOtherGuests({ file, workspace }: WorkspaceContext): boolean {
  for (const [name] of workspace.keys('name')) if (workspace.isShared('name', name, file.uri)) return true;
  return false;
}

export const backendRules: readonly WorkspaceRule[] = [unknownBackend];
