import { optionRule } from './optionRule.ts';

export const ambiguousGuestName = optionRule(
  {
    code: 'guest-name',
    severity: 'hint',
    options: ['name'],
    summary: 'A name by which no command of xl finds the guest.',
    details:
      'xl takes any name, also an empty one. Its commands take a number for the id of a running guest, so that a name of ' +
      'digits only leads to another guest, or to none.\n\n```\nname = "12"        # xl destroy 12 means the id 12\nname = "web12"\n```',
  },
  function* (values) {
    const name = values.text('name');
    if (name === null || !/^\d*$/.test(name)) return;
    yield {
      option: 'name',
      mark: 'value',
      message:
        name === ''
          ? 'The name is empty: xl takes it, and no command can name the guest. Write a name.'
          : `The commands of xl take ${name} for the id of a guest. Write a name with a letter in it.`,
    };
  },
);
