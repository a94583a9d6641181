/** A message's title, with its template holes shown as named placeholders. */
export function MessageTitle({ title }: { title: string }) {
  return (
    <>
      {title.split(/\{([\w-]+)\}/).map((part, index) =>
        index % 2 === 1 ? (
          <i key={index} class="gap">
            {part}
          </i>
        ) : (
          part
        ),
      )}
    </>
  );
}
