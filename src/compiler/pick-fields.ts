/** Return those fields of a record that the given part of its schema declares. */
export function pickFields<T extends object, Name extends keyof T>(
  record: T,
  declared: Record<Name, unknown>,
): Pick<T, Name> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name in declared)) as Pick<
    T,
    Name
  >;
}
