/** Format the end of a time span: leave out the date if `from` has the same. */
export function omitSameDate(from: string, to: string): string {
  const [day] = from.split(' ', 1);
  return day !== undefined && day !== from && to.startsWith(`${day} `)
    ? to.slice(day.length + 1)
    : to;
}
