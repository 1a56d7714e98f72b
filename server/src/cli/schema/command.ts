/** `xlcfg schema`: prints all that is known, for other programs. */
import { KNOWLEDGE_SCHEMA, knowledge } from '@xlcfg/shared';
import { defineCommand } from '../command/command.ts';
import { EXIT_CODE } from '../command/exitCode.ts';
import { print } from '../common/terminal.ts';

export const schemaCommand = defineCommand({
  name: 'schema',
  summary: 'print the knowledge base as JSON',
  description: 'Prints all options, parameters, values, Xen versions and rules as one JSON object.',
  arguments: [],
  options: {
    jsonSchema: { kind: 'flag', description: 'print the JSON Schema of the output instead' },
  },
  notes: [
    'The property "format" is a version number. It increases when a property is removed or changes its meaning. ' +
      'Texts are Markdown.',
  ],
  examples: [
    {
      call: "schema | jq -r '.options[] | select(.deprecated) | .name'",
      description: 'list deprecated options',
    },
    { call: "schema | jq -r '.rules[].code'", description: 'list the rules' },
  ],
  exitCodes: { 0: 'printed', 2: 'wrong usage' },
  run: async (_, { jsonSchema }) => {
    await print(`${JSON.stringify(jsonSchema ? KNOWLEDGE_SCHEMA : knowledge(), null, 2)}\n`);
    return EXIT_CODE.success;
  },
});
