/** `xlcfg schema`: prints all that is known, for other programs. */
import { KNOWLEDGE_SCHEMA, knowledge } from '@xlcfg/shared';
import { defineCommand } from '../command/command.ts';
import { EXIT_CODE } from '../command/exitCode.ts';
import { print } from '../common/terminal.ts';

export const schemaCommand = defineCommand({
  name: 'schema',
  summary: 'print all that is known, for other programs',
  description: 'Prints options, parameters, values, releases and rules as one JSON object.',
  arguments: [],
  options: {
    jsonSchema: { kind: 'flag', description: 'print the JSON schema of that object instead' },
  },
  notes: [
    'Its property "format" is a number that changes where a property goes away or gets another meaning. Texts are ' +
      'Markdown.',
  ],
  examples: [
    {
      call: "schema | jq -r '.options[] | select(.deprecated) | .name'",
      description: 'lists deprecated options',
    },
    { call: "schema | jq -r '.rules[].code'", description: 'lists the rules' },
  ],
  exitCodes: { 0: 'printed', 2: 'a wrong call' },
  run: async (_, { jsonSchema }) => {
    await print(`${JSON.stringify(jsonSchema ? KNOWLEDGE_SCHEMA : knowledge(), null, 2)}\n`);
    return EXIT_CODE.success;
  },
});
