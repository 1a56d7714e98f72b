/** The names under which the manifest registers us. */
export const LANGUAGE = 'xlcfg';
export const PRODUCT = 'Xen xl configuration';
