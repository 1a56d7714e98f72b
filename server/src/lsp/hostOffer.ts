/** Offers host checks where the server runs on a Xen dom0 and nobody has decided about them yet. */
import { type Connection, MessageType, ShowDocumentRequest, ShowMessageRequest } from 'vscode-languageserver';
import type { HostChecks } from './hostChecks.ts';
import { type ProjectConfigPlaces, setInProjectConfig } from './projectConfigFile.ts';
import type { SettingsResolver } from './settingsResolver.ts';

const QUESTION =
  'The server runs on a Xen dom0. Check whether the images, bridges and devices that files name exist there?';

/** What the buttons write into the project config. */
const BUTTONS: ReadonlyMap<string, boolean> = new Map([
  ['Check', true],
  ["Don't Ask Again", false],
]);

interface Needs extends ProjectConfigPlaces {
  readonly settings: SettingsResolver;
  readonly hostChecks: Pick<HostChecks, 'xen'>;
}

const isOpenQuestion = async (
  uri: string,
  { client, settings, host, hostChecks }: Needs,
): Promise<boolean> => {
  if (!client.showsButtons || !client.appliesEdits || host.files?.isHostUri(uri) !== true) return false;
  if ((await settings.forDocument(uri)).host) return false;
  if ((await settings.project(uri))?.values.host !== undefined) return false;
  return (await hostChecks.xen()).isDom0;
};

/**
 * Returns a function that is called with each guest that is opened. The question is asked once in a session; the answer goes
 * into the `.xlcfg.json` that applies to the guest, which is shown, as the user has to save it.
 */
export const createHostOffer = (connection: Connection, session: Needs): ((uri: string) => Promise<void>) => {
  let isAsked = false;
  return async (uri) => {
    if (isAsked || !(await isOpenQuestion(uri, session)) || isAsked) return;
    isAsked = true;
    const answer = await connection.sendRequest(ShowMessageRequest.type, {
      type: MessageType.Info,
      message: QUESTION,
      actions: [...BUTTONS.keys()].map((title) => ({ title })),
    });
    const value = BUTTONS.get(answer?.title ?? '');
    if (value === undefined) return;
    const file = await setInProjectConfig(connection, session, uri, ['host'], value);
    if (session.client.showsDocuments) await connection.sendRequest(ShowDocumentRequest.type, { uri: file });
  };
};
