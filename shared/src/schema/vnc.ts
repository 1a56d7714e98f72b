/** What VNC makes of a password and of a display. Facts: RFC 6143, QEMU's -vnc. */

/** Of a password VNC uses so many characters, whatever follows (RFC 6143, 7.2.2). */
export const VNC_PASSWORD_LENGTH = 8;

/** The port of display 0. */
export const VNC_FIRST_PORT = 5900;

const DISPLAYS_IN_USE = 100;

/** The display that was meant by a port; null for a number that is hardly a port of VNC. */
export function displayOfPort(number: bigint): number | null {
  const display = Number(number) - VNC_FIRST_PORT;
  return display >= 0 && display < DISPLAYS_IN_USE ? display : null;
}
