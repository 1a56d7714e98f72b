/** The JSON schema (draft 2020-12) of what `xlcfg schema` prints. Strict, so that no property goes undescribed. */
import { XEN_VERSIONS } from '../schema/xenVersions.ts';
import { KNOWLEDGE_FORMAT } from './knowledge.ts';

/** As much of JSON schema as is needed here. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

export interface KnowledgeSchema extends JsonSchema {
  readonly $schema: string;
  readonly title: string;
  readonly $defs: Readonly<Record<string, JsonSchema>>;
}

const text = (description: string): JsonSchema => ({ type: 'string', description });
const integer = (description: string): JsonSchema => ({ type: 'integer', description });
const yes = (description: string): JsonSchema => ({ const: true, description });
const truth = (description: string): JsonSchema => ({ type: 'boolean', description });
const oneOf = (words: readonly unknown[], description: string): JsonSchema => ({ enum: words, description });
const ref = (name: string, description: string): JsonSchema => ({ $ref: `#/$defs/${name}`, description });
const list = (items: JsonSchema, description: string): JsonSchema => ({ type: 'array', items, description });
const listOf = (name: string, description: string): JsonSchema =>
  list({ $ref: `#/$defs/${name}` }, description);

/** An object with these properties and no others; those in `required` are always there. */
const object = (
  description: string,
  required: readonly string[],
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema => ({ type: 'object', description, required, properties, additionalProperties: false });

const BAD_VALUE = ['refused', 'ignored', 'createFails', 'startFails'];
const EFFECT =
  '"refused": xl rejects the file; "ignored": it ignores the option; "createFails": it accepts the file, and xl create fails later; "startFails": the guest is made, and does not start.';

const LIFETIME = {
  since: ref('release', 'The first release that has it.'),
  last: ref('release', 'The last release that has it; absent: it is still there.'),
};

const DOCUMENTATION = {
  name: text('As it is written in a file.'),
  summary: text('What it does, in one sentence.'),
  details: text('More, as Markdown.'),
  defaultValue: text('What holds without it, in words, as Markdown.'),
  example: text('Lines of a file that the real xl accepts.'),
};

/** Where an entry's facts come from. */
const SOURCE = text(
  "Where its facts come from, in Xen's sources: files, with spaces between; after a colon functions, with commas between; after @ the version of Xen, where it isn't the newest one that has it. A file without a path is one of xl, libxl or libxlutil.",
);

const CONTENT = oneOf(
  ['file', 'domain', 'bridge', 'mac', 'vdev'],
  'What its text names: a file or device of the host, another domain, a bridge of the host, a hardware address, a disk as the guest sees it.',
);
const MATCH = oneOf(
  ['exact', 'ignoreCase', 'prefix'],
  'How xl compares a word with the known ones. "prefix": any beginning of a known word will do, and the first that fits counts. Absent: exact.',
);
const GUEST_TYPES = (description: string): JsonSchema => listOf('guestType', description);

const OPTION = {
  source: SOURCE,
  ...DOCUMENTATION,
  ...LIFETIME,
  area: text('The part of a file that it belongs to, as in the reference; only of the options of guests.'),
  kind: oneOf(
    [
      'string',
      'number',
      'boolean',
      'list',
      'stringOrList',
      'numberOrString',
      'booleanOrString',
      'booleanOrList',
    ],
    'How xl reads the value.',
  ),
  content: CONTENT,
  guestTypes: GUEST_TYPES('The types of guests for which xl reads it.'),
  architecture: oneOf(
    ['x86', 'arm'],
    'The only architecture of hosts on which it has an effect. Absent: both, except that only x86 has HVM guests.',
  ),
  use: integer('How usual it is, from 1 (nearly every guest) to 5 (rare).'),
  mandatory: yes('xl rejects a file without it.'),
  refusedFor: object(
    'The types of guests for which xl rejects a file that has it.',
    ['guestTypes', 'since'],
    {
      guestTypes: GUEST_TYPES('The types.'),
      since: ref('release', 'The first release that rejects it.'),
    },
  ),
  values: listOf('value', 'The values that xl accepts; of a list, those of its items.'),
  match: MATCH,
  otherValues: oneOf(BAD_VALUE, `What xl does with any other value; absent: it takes it. ${EFFECT}`),
  otherValuesFor: GUEST_TYPES('The types of guests for which "otherValues" holds; absent: all.'),
  unit: text('The unit of the number.'),
  range: listOf('range', 'The numbers that xl accepts; each range is its own condition.'),
  pattern: object('The form of the text, or of each item.', ['source', 'outside'], {
    source: text('A regular expression without anchors.'),
    outside: oneOf(BAD_VALUE, `What xl does with any other text. ${EFFECT}`),
  }),
  wrongKind: oneOf(
    ['refused', 'silent'],
    'What xl does with a value of the wrong kind: it rejects the file, or drops the option silently. Absent: it warns and drops it.',
  ),
  strictSince: ref('release', 'The first release for which "otherValues" and "wrongKind" are true.'),
  listSince: ref('release', 'The first release that accepts a list.'),
  warns: oneOf(
    ['always', 'string', 'number'],
    'What makes xl itself warn: the option as such, or a value of this kind, which it takes nevertheless.',
  ),
  unused: yes('The warning is all that xl makes of it.'),
  deprecated: object('It is deprecated.', ['instead'], {
    since: ref('release', 'Since this release.'),
    instead: text('What to write, as Markdown that follows "write".'),
    renamed: text('The option that takes the same values with the same meaning.'),
    settings: object('Of a boolean: the settings that mean the same.', ['on', 'off'], {
      on: text('Where it is on.'),
      off: text('Where it is off.'),
    }),
  }),
};

const PARAMETER = {
  source: SOURCE,
  ...DOCUMENTATION,
  ...LIFETIME,
  form: oneOf(['value', 'flag'], 'Whether it has a value after "=", or is a flag.'),
  content: CONTENT,
  values: listOf('value', 'The values that xl accepts.'),
  mandatory: truth('Whether it must be there.'),
  deprecated: text('It is deprecated: what to write instead.'),
  experimental: oneOf(['COLO'], 'The experimental feature that it belongs to; absent: none.'),
};

export const KNOWLEDGE_SCHEMA: KnowledgeSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What xlcfg knows of the configuration files of xl',
  ...object(
    'What `xlcfg schema` prints.',
    ['format', 'releases', 'options', 'disk', 'specs', 'xmOptions', 'otherFiles', 'rules'],
    {
      format: {
        const: KNOWLEDGE_FORMAT,
        description:
          'The version of this format: another number where something is gone or means something else.',
      },
      releases: listOf('release', 'The releases of Xen, oldest first.'),
      options: listOf('option', "The options of a guest's file, by area."),
      disk: object('The strings in `disk`.', ['parameters', 'prefixes'], {
        parameters: listOf('diskParameter', 'Parameters and flags.'),
        prefixes: listOf('diskPrefix', 'What old files have before the target: `tap:aio:`.'),
      }),
      specs: listOf('spec', 'The other small languages in strings of options.'),
      xmOptions: listOf('xmOption', 'Options of xm, which no xl has ever read.'),
      otherFiles: object('The options of other files in the same grammar.', ['xl.conf', 'cpupool'], {
        'xl.conf': listOf('option', 'Those of `/etc/xen/xl.conf`.'),
        cpupool: listOf('option', 'Those of a file for `xl cpupool-create`.'),
      }),
      rules: listOf('rule', 'What `xlcfg check` looks for.'),
    },
  ),
  $defs: {
    release: oneOf(XEN_VERSIONS, 'A release of Xen.'),
    guestType: oneOf(['pv', 'pvh', 'hvm'], 'A type of guests.'),
    option: object('An option.', ['name', 'source', 'summary', 'kind', 'guestTypes', 'use', 'since'], OPTION),
    value: object('A word that can be written as a value.', ['name', 'summary'], {
      ...LIFETIME,
      name: text('As it is written in a file.'),
      summary: text('What it means, in one sentence.'),
      deprecated: text('It is deprecated: what to write instead.'),
      number: integer('The number that means the same.'),
      guestTypes: GUEST_TYPES('The types of guests that know it; absent: all.'),
      architecture: oneOf(['x86', 'arm'], 'The only architecture on which libxl accepts it; absent: both.'),
      match: MATCH,
      negatable: yes('`!` before it turns it off.'),
      internal: yes('xl accepts it, but there is no reason to write it.'),
    }),
    range: object('A range of numbers; an end that is absent is open.', ['outside'], {
      ...LIFETIME,
      min: integer('The lowest number.'),
      max: integer('The highest number.'),
      stored: oneOf(['int'], 'xl looks at the lowest 32 bits of the number, with a sign.'),
      outside: oneOf(BAD_VALUE, `What xl does with a number outside. ${EFFECT}`),
    }),
    diskParameter: object(
      'A parameter or flag of a disk.',
      ['name', 'source', 'summary', 'form', 'field', 'since'],
      {
        ...PARAMETER,
        field: text('The field of libxl_device_disk that it fills.'),
        sets: truth('Of a flag: the value that it gives to its field.'),
        takesRest: yes('Its value is all that follows, commas included: it comes last.'),
        position: integer('Its place among the parameters without a name, from 1; absent: it must be named.'),
        condition: text('What makes it mandatory, or spares it.'),
        deprecatedForms: text('Other spellings that xl still accepts, and what to write, as Markdown.'),
        history: text('What it was in 2011 (Xen 4.1), as Markdown.'),
      },
    ),
    diskPrefix: object(
      'A deprecated prefix of a target.',
      ['name', 'source', 'summary', 'instead', 'group', 'history', 'since'],
      {
        source: SOURCE,
        ...DOCUMENTATION,
        ...LIFETIME,
        instead: text('What to write today, as Markdown.'),
        group: oneOf(
          ['blockDevice', 'access', 'format', 'script'],
          'What it was for: the backend, or the way of access, both of which xl drops today; it still sets a format or a script.',
        ),
        field: text('The field of libxl_device_disk that it fills; absent: none.'),
        history: text('What it was in 2011 (Xen 4.1), as Markdown.'),
      },
    ),
    spec: object(
      'A small language in strings of options.',
      ['options', 'noun', 'shape', 'separator', 'parameters'],
      {
        options: list({ type: 'string' }, 'The options whose strings are in it.'),
        noun: text('What one string describes.'),
        shape: oneOf(
          ['text', 'items', 'textOrItems', 'groups'],
          'How the strings stand in the value: one string, a list of strings, either, a list of lists of strings.',
        ),
        separator: text('What is between the parts of a string; empty: one string is one value.'),
        parameters: listOf(
          'parameter',
          'What may stand in a string; empty: the words are those of the option.',
        ),
      },
    ),
    parameter: object(
      'A key, flag or value of such a language.',
      ['name', 'source', 'summary', 'form', 'since'],
      PARAMETER,
    ),
    xmOption: object('An option of xm.', ['name', 'instead'], {
      name: text('As it is written in a file.'),
      instead: text('What it did, and what to write for xl, as Markdown.'),
      superfluous: yes('Nothing takes its place.'),
      superfluousFor: list(text('A value.'), 'The values of which nothing takes the place.'),
      renamed: text('The option of xl that takes the same values with the same meaning.'),
    }),
    rule: object('A rule.', ['code', 'source', 'severity', 'scope', 'summary', 'details'], {
      source: SOURCE,
      code: text('Its name in reports, settings and comments.'),
      severity: oneOf(
        ['error', 'warning', 'information', 'hint'],
        'The severity of what it finds, as a rule.',
      ),
      scope: oneOf(['file', 'workspace'], 'Whether it looks at one file, or at several together.'),
      summary: text('What it finds, in one sentence.'),
      details: text('What xl does and what to write, as Markdown.'),
    }),
  },
};
