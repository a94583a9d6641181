/** The title of a message, its holes as named gaps. */
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
