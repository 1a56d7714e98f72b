/** The language id and the display name in the manifest. */
export const LANGUAGE = 'xlcfg';
export const PRODUCT = 'Xen xl configuration';

/** The command that shows a reference page. Its argument is the page's URL. */
export const OPEN_DOCUMENTATION = 'xlcfg.openDocumentation';
