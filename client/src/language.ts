/** The language id and the display name in the manifest. */
export const LANGUAGE = 'xlcfg';
export const PRODUCT = 'Xen xl configuration';
