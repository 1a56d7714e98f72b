/** A list of one network interface with a MAC address that no other guest has. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { XlDocument } from '../../document/document.ts';
import { VIF } from '../../languages/vif/vif.ts';
import { placeholder } from '../../snippet.ts';
import { type AtName, isStatementEnd } from './context.ts';
import { itemOf } from './items.ts';
import type { KnownValues } from './known.ts';

/** What xl takes where xl.conf names no bridge. */
const DEFAULT_BRIDGE = 'xenbr0';

/** The setting as a whole, where the file has none yet. */
export function interfaceItems(doc: XlDocument, context: AtName, known: KnownValues): CompletionItem[] {
  const { hasOperator, replaced, setting } = context;
  const isSet = doc.file.settings.some((one) => one !== setting && one.name.text === 'vif');
  if (doc.kind.name !== 'guest' || hasOperator || isSet || !isStatementEnd(doc.file.text, replaced.end))
    return [];
  const best = (parameter: string): string | undefined => {
    const schema = VIF.parameters.find(({ name }) => name === parameter);
    return schema && known.ofParameter('vif', schema)[0]?.name;
  };
  const mac = best('mac');
  if (mac === undefined) return [];
  return [
    itemOf(doc, replaced, {
      label: 'vif with a new MAC address',
      kind: CompletionItemKind.Snippet,
      detail: 'network interface',
      newText: `vif = [ 'mac=${mac},bridge=${placeholder(1, best('bridge') ?? DEFAULT_BRIDGE)}' ]`,
      isSnippet: true,
      // After `vif` itself.
      sortText: '1vif with',
      data: { kind: 'specParameter', option: 'vif', name: 'mac' },
    }),
  ];
}
