import { guestNameFor } from '../../model/guestName.ts';
import { optionRule } from './optionRule.ts';

export const ambiguousGuestName = optionRule(
  {
    code: 'guest-name',
    source: 'libxl_utils.c:libxl_domain_qualifier_to_domid',
    severity: 'hint',
    options: ['name'],
    summary: 'A guest name that is reserved, or that the commands of xl cannot find.',
    details:
      'xl accepts any name, also an empty one. Its commands take a number for the id of a running guest, so that a name of ' +
      'digits only leads to another guest, or to none. `Domain-0` is dom0, so that no guest can have that name.\n\n```\nname = "12"        # xl destroy 12 means the id 12\nname = "web12"\n```',
  },
  function* (values, { uri }) {
    const name = values.text('name');
    const suggestion = guestNameFor(uri);
    if (name === 'Domain-0')
      yield {
        option: 'name',
        mark: 'value',
        severity: 'error',
        message: '`Domain-0` is the name of dom0: `xl create` fails. Use another name.',
        choices: [{ write: 'name', value: `"${suggestion}"` }],
      };
    if (name === null || !/^\d*$/.test(name)) return;
    yield {
      option: 'name',
      mark: 'value',
      message:
        name === ''
          ? 'The name is empty: xl accepts it, and no command can name the guest. Use a name.'
          : `The commands of xl take ${name} for the id of a guest. Use a name that contains a letter.`,
      choices: /[a-z]/i.test(suggestion) ? [{ write: 'name', value: `"${suggestion}"` }] : [],
    };
  },
);
