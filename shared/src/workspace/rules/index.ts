/** All rules across files. The order is that of the reference page. */
import { RULES } from '../../rules/index.ts';
import type { RuleDescription } from '../../rules/rule.ts';
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

/** Documentation and severity of every rule, of one file or across files. */
export const ALL_RULES: readonly RuleDescription[] = [...RULES, ...WORKSPACE_RULES];
