/**
 * Release dates as they travel: for each version its mark and the days since the one before it. `,` is the next patch, `;` the next minor
 * version; any other is written between spaces. The days of the first count from 1970.
 */
const RELEASE = /(,|;| (\S+) )(-?\d+)/g;
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
