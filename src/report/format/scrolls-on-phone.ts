/** How many characters of a command fit on one line of a narrow phone. */
const PHONE_COLUMNS = 26;

/** Return whether a command scrolls on a narrow phone, so that the keyboard has to reach it. */
export function scrollsOnPhone(command: string): boolean {
  return command.split('\n').some((line) => line.length > PHONE_COLUMNS);
}
