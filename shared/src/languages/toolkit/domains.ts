/** The domains that serve devices. Facts: libxl_domain_qualifier_to_domid: digits are a number, all else is a name. */

/** The name of the domain that xl runs in. */
export const HOST_DOMAIN = 'Domain-0';

/** One text for one domain, empty for the one that xl runs in. */
export const servingDomain = (backend: string | null): string =>
  backend === null || backend === HOST_DOMAIN || /^0*$/.test(backend) ? '' : backend;

/** Whether a domain is the one that xl runs in. */
export const isHost = (backend: string | null): boolean => servingDomain(backend) === '';

/** Whether a text names a guest: digits are a domain's number. */
export const isGuestName = (name: string): boolean => name !== '' && !/^[0-9]+$/.test(name);
