/** The id under which the manifest registers the language. */
export const LANGUAGE = 'xlcfg';
