/**
 * Fill in the places of a URL of site.yaml, with the values encoded.
 *
 * @example fillUrl('mailto:a@example.com?subject={title}', { title: 'A b' })
 * // 'mailto:a@example.com?subject=A%20b'
 */
export function fillUrl(url: string, values: Record<string, string>): string {
  return url.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : encodeURIComponent(value).replaceAll('%2F', '/');
  });
}
