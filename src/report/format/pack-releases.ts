/**
 * A packed release: a mark for the version, then the days since the release before it (since 1970
 * for the first). `,` means the next patch, `;` the next minor version; other versions are written
 * in full.
 */
const RELEASE = /(,|;| (\S+) )(-?\d+)/g;
/** Milliseconds. */
const DAY = 86_400_000;

/** Pack the release dates of a product, in the order of its versions. */
export function packReleases(releases: Record<string, string>): string {
  let [last, day] = ['', 0];
  return Object.entries(releases)
    .map(([version, date]) => {
      const mark =
        [',', ';'].find((candidate) => last !== '' && next(last, candidate) === version) ??
        ` ${version} `;
      const since = Date.parse(date) / DAY - day;
      [last, day] = [version, day + since];
      return mark + since;
    })
    .join('');
}

/** Unpack the release dates of a product. */
export function unpackReleases(packed: string): Record<string, string> {
  let [version, day] = ['', 0];
  return Object.fromEntries(
    [...packed.matchAll(RELEASE)].map(([, mark = '', written, days]) => {
      version = written ?? next(version, mark);
      day += Number(days);
      return [version, new Date(day * DAY).toISOString().slice(0, 10)];
    }),
  );
}

function next(version: string, mark: string): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return mark === ',' ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}
