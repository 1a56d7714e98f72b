/** For SchemaStore, from which editors take the schema of `.xlcfg.json`. */
import { homepage } from '../../package.json';
import { json, type RegistryFile, repositoryFile } from './registry.ts';

export const schemaStoreFiles = (): RegistryFile[] => [
  {
    path: 'schemastore/src/api/json/catalog.json',
    text: json({
      schemas: [
        {
          name: '.xlcfg.json',
          description: `Settings of xlcfg, which checks the config files of Xen's xl: ${homepage}`,
          fileMatch: ['.xlcfg.json'],
          url: 'https://www.schemastore.org/xlcfg.json',
        },
      ],
    }),
  },
  { path: 'schemastore/src/schemas/json/xlcfg.json', text: repositoryFile('server/docs/xlcfg.schema.json') },
  {
    path: 'schemastore/src/test/xlcfg/xlcfg.json',
    text: json({ xenVersion: '4.17', rules: { 'xend-option': 'off' }, ignore: ['old/'] }),
  },
  {
    path: 'schemastore/src/negative_test/xlcfg/severity.json',
    text: json({ rules: { 'xend-option': 'loud' } }),
  },
];
