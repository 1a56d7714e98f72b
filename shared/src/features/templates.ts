/** New guests from templates: for a command of the editor, and as completions of an empty file. */
import { guestNameFor } from '../model/guestName.ts';
import type { Platform } from '../schema/platform.ts';
import { TEMPLATES } from '../templates/guests.ts';
import { isForPlatform, templateSnippet } from '../templates/template.ts';

export interface NewGuest {
  readonly id: string;
  /** A few words, for a list to choose from. */
  readonly title: string;
  /** One sentence of plain text. */
  readonly description: string;
  /** The whole file, in the snippet syntax of the protocol. */
  readonly snippet: string;
}

/**
 * The templates for a platform, the most usual first.
 *
 * @param uri of the file that is to be written, which names the guest; it need not exist
 * @param newMac gives a MAC address that no other guest has; without it, the templates have none
 */
export const newGuests = (
  platform: Platform,
  uri: string,
  newMac: () => string | undefined = () => undefined,
): readonly NewGuest[] => {
  const mac = newMac();
  const guest = { name: guestNameFor(uri), ...(mac !== undefined && { mac }) };
  return TEMPLATES.filter((template) => isForPlatform(template, platform)).map((template) => ({
    id: template.id,
    title: template.title,
    description: template.description,
    snippet: templateSnippet(template, guest, platform.xenVersion),
  }));
};
