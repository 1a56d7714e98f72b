/** Every rule: of one file, across files, about the host. */
import { HOST_RULES } from './host/rules/index.ts';
import { RULES } from './rules/index.ts';
import type { RuleDescription } from './rules/rule.ts';
import { WORKSPACE_RULES } from './workspace/rules/index.ts';

/** Documentation and severity of every rule, in the order of the reference page. */
export const ALL_RULES: readonly RuleDescription[] = [...RULES, ...WORKSPACE_RULES, ...HOST_RULES];
