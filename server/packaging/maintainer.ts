/** Who answers for the packages, as Debian and RPM write it. */
export const MAINTAINER = 'The xlcfg developers <xlcfg@users.noreply.github.com>';
