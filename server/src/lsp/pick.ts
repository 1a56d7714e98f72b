/** Lets the user choose from a list. */
import { type Connection, MessageType, ShowMessageRequest } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';

/** Request to the client: `{ title, items }`; the answer is the chosen item or null. */
export const PICK = 'xlcfg/pick';

/** Whether {@link pick} can ask. */
export const canPick = ({ picks, showsButtons }: ClientSupport): boolean => picks || showsButtons;

/**
 * Asks by the client's own list, or by a message with a button for each item.
 *
 * @returns undefined if nothing was chosen
 */
export const pick = async <Item extends string>(
  connection: Connection,
  client: ClientSupport,
  title: string,
  items: readonly Item[],
): Promise<Item | undefined> => {
  const answer: unknown = client.picks
    ? await connection.sendRequest(PICK, { title, items })
    : (
        await connection.sendRequest(ShowMessageRequest.type, {
          type: MessageType.Info,
          message: title,
          actions: items.map((item) => ({ title: item })),
        })
      )?.title;
  return items.find((item) => item === answer);
};
