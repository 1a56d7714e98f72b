/** The changelog of the project, CHANGELOG.md. Pure. */

/** The section on a version, without its heading; undefined if there is none. */
export const sectionOn = (version: string, changelog: string): string | undefined => {
  const sections = changelog.split(/^## /m).slice(1);
  const found = sections.find((section) => section.startsWith(`${version}\n`));
  return found?.slice(version.length).trim();
};

/** The items of a section as plain text: without line breaks and emphasis. */
export const itemsOf = (section: string): string[] =>
  section
    .split(/^- /m)
    .slice(1)
    .map((item) =>
      item
        .replace(/\*\*|(?<!\w)_|_(?!\w)/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
