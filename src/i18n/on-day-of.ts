/** A time on the day of another one: the day is said once. */
export function onDayOf(from: string, to: string): string {
  const [day] = from.split(' ', 1);
  return day !== undefined && day !== from && to.startsWith(`${day} `)
    ? to.slice(day.length + 1)
    : to;
}
