/** All rules across files. The order is that of the reference page. */
import { backendRules } from './backends.ts';
import { deviceRules, displayRules } from './devices.ts';
import { identityRules } from './identity.ts';
import type { WorkspaceRule } from './workspaceRule.ts';

export const WORKSPACE_RULES: readonly WorkspaceRule[] = [
  ...identityRules,
  ...displayRules,
  ...deviceRules,
  ...backendRules,
];
