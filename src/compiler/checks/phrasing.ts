import { allTexts, plainText, type Text } from '../all-texts.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';
import type { Block, Inline } from '../../model/prose.ts';
import type { Language } from '../../model/languages.ts';

/** A command that a sentence points at instead of naming it. */
const POINTED_AT: Record<Language, RegExp> = {
  en: /\b(?:the|this) (?:next|following|first|second|last) command\b|\bcommand (?:above|below)\b/i,
  ja: /(?:[次上下]|以下|最初|先ほど)のコマンド/,
};

/** Words that say that nothing is wrong. */
const ALL_CLEAR: Record<Language, RegExp> = {
  en: /\b(?:all is well|everything is (?:fine|well)|nothing is wrong|it is (?:over|fixed|solved))\b/i,
  ja: /(?:すべて|異常なく)正常です|(?<!名前)解決です|異常はありません/,
};

/** Words that say when or for what a sentence holds. */
const CONDITION: Record<Language, RegExp> = {
  en: /\b(?:if|when|while|once|unless|until|after|in this|not prove)\b|: /i,
  ja: /なら|[えけげせてねべめれ]ば|たら|場合|とき|まで|この(?:ログ|行)|：/,
};

const SENTENCE_END: Record<Language, RegExp> = { en: /(?<=[.?])\s/, ja: /(?<=。)/ };

/**
 * Check that prose names the command that it means, unless it is in the same
 * section; that it gives the all-clear only on a condition; and that a link is part of a sentence.
 */
export function checkPhrasing(content: Content): Problem[] {
  return [
    ...checkSentences(allTexts(content)),
    ...[...content.entries, ...content.guides].flatMap(({ prose }) =>
      content.site.languages.flatMap((language) => {
        const { file, parts } = prose[language];
        return parts.flatMap(({ blocks }) => checkPointers(file, language, blocks));
      }),
    ),
  ];
}

/** Check the sentences of texts, each by itself. */
export function checkSentences(texts: Text[]): Problem[] {
  return texts.flatMap(({ file, language, inlines }) => [
    ...checkAllClear(file, language, plainText(inlines)),
    ...checkLink(file, inlines),
  ]);
}

function checkAllClear(file: string, language: Language, text: string): Problem[] {
  return text
    .split(SENTENCE_END[language])
    .filter((sentence) => ALL_CLEAR[language].test(sentence))
    .filter((sentence) => !CONDITION[language].test(sentence))
    .map((sentence) => ({
      file,
      anchorText: ALL_CLEAR[language].exec(sentence)?.[0] ?? sentence,
      found: `"${sentence.trim()}", without a condition`,
      write: 'what proves it, in the same sentence: "If the agent is running and …"',
    }));
}

/** Length of the text that locates a link, in characters. */
const EXCERPT = 25;

function checkLink(file: string, inlines: Inline[]): Problem[] {
  return inlines.flatMap((inline, index) => {
    if (inline.kind !== 'guide' && inline.kind !== 'entry') return [];
    const [before, after] = [inlines[index - 1], inlines[index + 1]];
    const isAfterStop = before?.kind === 'text' && /[.。]\s*$/.test(before.text);
    const isAlone = after === undefined || (after.kind === 'text' && /^\s*[.。]/.test(after.text));
    return isAfterStop && isAlone
      ? [
          {
            file,
            anchorText: endOf(before.text),
            found: `a link to ${inline.of} after "${endOf(before.text)}"`,
            write: 'a sentence with the link in it, or a colon before the link',
          },
        ]
      : [];
  });
}

/** Return the end of a text, which begins with a whole word if the text has several. */
function endOf(text: string): string {
  const end = text.trim().slice(-EXCERPT);
  return end.length < text.trim().length ? end.replace(/^\S* (?=\S)/, '') : end;
}

/** Report sentences that point at a command which is not among the blocks around them. */
function checkPointers(file: string, language: Language, blocks: Block[]): Problem[] {
  const isNear = blocks.some(hasCommand);
  return blocks.flatMap((block) => {
    if (block.kind === 'list')
      return isNear ? [] : block.items.flatMap((item) => checkPointers(file, language, item));
    if (block.kind !== 'paragraph')
      return 'children' in block ? checkPointers(file, language, block.children) : [];
    const pointer = POINTED_AT[language].exec(plainText(block.children))?.[0];
    return pointer === undefined || isNear
      ? []
      : [
          {
            file,
            anchorText: pointer,
            found: `"${pointer}", with no command in the same section`,
            write: 'the command itself in `code`, or the name of its step',
          },
        ];
  });
}

function hasCommand(block: Block): boolean {
  if (block.kind === 'command') return true;
  return block.kind === 'platform' && block.children.some(hasCommand);
}
