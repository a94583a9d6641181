import { Fragment, type ComponentChildren } from 'preact';

const TIME_OR_BRACKET = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|（[^（）]{1,10}）/;
/** A name, such as `check-disk`, that fits into a line on a phone. */
const NAME = /(?<![\w./-])(?=[\w-]{4,24}(?![\w./-]))[a-z]+(?:-[a-z]+)+/;
const UNBREAKABLE = new RegExp(`(${TIME_OR_BRACKET.source}|${NAME.source})`);
/** A dotted name, such as the setting `plugin.metrics.redis.command`. */
const LONG_NAME = /([a-z_][\w-]*(?:\.[\w-]+){3,})/;

/**
 * Render text without line breaks inside times, short brackets and names; long dotted names may
 * break after a dot.
 */
export function keepTogether(text: string): ComponentChildren {
  return text.split(UNBREAKABLE).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} class="one-line">
        {part}
      </span>
    ) : (
      part.split(LONG_NAME).map((name, at) =>
        at % 2 === 1
          ? name.split(/(?<=\.)/).map((word, place) => (
              <Fragment key={place}>
                {place > 0 && <wbr />}
                {word}
              </Fragment>
            ))
          : name,
      )
    ),
  );
}
