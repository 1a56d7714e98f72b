/** What all pages have in common. */

interface Link {
  readonly href: string;
  readonly title: string;
}

/** The pages in the header, by their paths from the root of the site. */
const LINKS: readonly Link[] = [
  { href: 'index.html', title: 'Playground' },
  { href: 'docs/index.html', title: 'Documentation' },
  { href: 'docs/rules.html', title: 'Rules' },
  { href: 'docs/messages.html', title: 'Errors of xl' },
  { href: 'docs/options.html', title: 'Options' },
  { href: 'docs/disks.html', title: 'Disks' },
  { href: 'docs/specs.html', title: 'Strings' },
  { href: 'docs/settings.html', title: 'Settings' },
  { href: 'docs/xl.conf.html', title: 'xl.conf' },
  { href: 'docs/cpupool.html', title: 'CPU pools' },
];

/**
 * @param root the path from the page to the root of the site
 * @param current the page, by its path from the root
 */
export const header = (root: string, current: string): string => {
  const links = LINKS.map(
    ({ href, title }) =>
      `<a href="${root}/${href}"${href === current ? ' aria-current="page"' : ''}>${title}</a>`,
  );
  return `<a class="skip" href="#main">Skip to content</a>
    <header>
      <a class="brand" href="${root}/index.html">xlcfg</a>
      <nav aria-label="Site">${links.join('\n        ')}</nav>
      <button type="button" id="theme" aria-pressed="false">Dark</button>
    </header>`;
};

/** @param homepage URL of the project */
export const footer = (homepage: string): string =>
  `<footer>xlcfg checks the configuration files of Xen's <code>xl</code>. <a href="${homepage}">Source code</a></footer>`;

/** Forbids everything but the files of the site. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'";

export interface DocsPage {
  /** Without its extension. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** Titles and anchors of the sections, for the list of contents. */
  readonly contents: readonly { readonly anchor: string; readonly title: string }[];
}

export interface SiteFacts {
  /** URL of the project. */
  readonly homepage: string;
  /** URL of the icon. */
  readonly icon: string;
}

/** `title` and `contents` are plain text; `html` is markup. */
export const docsPage = (
  { name, title, html, contents }: DocsPage,
  { homepage, icon }: SiteFacts,
  escapeHtml: (text: string) => string,
): string => {
  const items = contents.map(
    (section) => `<li><a href="#${section.anchor}">${escapeHtml(section.title)}</a></li>`,
  );
  const list =
    items.length === 0
      ? ''
      : `<details class="contents"><summary>On this page</summary><ul>${items.join('')}</ul></details>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escapeHtml(title)} - xlcfg</title>
    <link rel="icon" href="${icon}" />
    <link rel="stylesheet" href="../site.css" />
    <link rel="stylesheet" href="../docs.css" />
    <script src="docs.js" defer></script>
  </head>
  <body class="docs">
    ${header('..', `docs/${name}.html`)}
    <main id="main">
      <form id="search" role="search">
        <label for="query">Search, or paste the error that <code>xl</code> printed</label>
        <input id="query" type="search" autocomplete="off" spellcheck="false" aria-describedby="searchStatus" />
        <p id="searchStatus" role="status"></p>
        <ul id="searchResults" aria-label="Search results"></ul>
      </form>
      ${list}
      <article class="prose">
${html}
      </article>
    </main>
    ${footer(homepage)}
  </body>
</html>
`;
};
