/** The domains that serve devices. Facts: libxl_domain_qualifier_to_domid: digits are a number, all else is a name. */
import { placeIn } from '../../edits/stringEdits.ts';
import type { Span } from '../../span.ts';
import type { StringLiteral } from '../../syntax/index.ts';
import { type About, at, type DraftFact } from './draft.ts';

/** The name of the domain that xl runs in. */
export const HOST_DOMAIN = 'Domain-0';

/** One text for one domain, empty for the one that xl runs in. */
export const servingDomain = (backend: string | null): string =>
  backend === null || backend === HOST_DOMAIN || /^0*$/.test(backend) ? '' : backend;

/** Whether a text names a guest: digits are a domain's number. */
export const isGuestName = (name: string): boolean => name !== '' && !/^[0-9]+$/.test(name);

/** What is said of a device whose domain is given by name. */
export const backendAbout = (option: string, name: string): About => ({
  kind: 'backend',
  key: name,
  text: name,
  option,
});

/** The fact on the domain that serves a device, where it is given by name. `span` is that of the name in the string. */
export const backendFact = (option: string, node: StringLiteral, name: string, span: Span): DraftFact[] =>
  isGuestName(name) ? [at(placeIn(node, span), backendAbout(option, name))] : [];
