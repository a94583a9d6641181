/**
 * Replace the placeholders in a URL of site.yaml by encoded values.
 *
 * @example fillUrl('mailto:a@example.com?subject={title}', { title: 'A b' })
 * // 'mailto:a@example.com?subject=A%20b'
 */
export function fillUrl(url: string, values: Record<string, string>): string {
  return url.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : encodeURIComponent(value).replaceAll('%2F', '/');
  });
}
