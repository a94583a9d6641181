import { dirname } from 'node:path/posix';
import { compile, type Report } from '../engine/index.ts';
import { buildCatalog } from './build-catalog.ts';
import { checkFollowUps } from './checks/follow-ups.ts';
import { checkEntryValues } from './checks/entry-values.ts';
import { checkCases } from './checks/cases.ts';
import { checkCollisions } from './checks/collisions.ts';
import { checkCommandValues } from './checks/command-values.ts';
import { checkConfirmation } from './checks/confirmation.ts';
import { checkDiagrams } from './checks/diagrams.ts';
import { checkExplained } from './checks/explained.ts';
import { checkDates } from './checks/checked-dates.ts';
import { checkPlaceholders } from './checks/placeholders.ts';
import { checkGlossary } from './checks/glossary.ts';
import { checkTitles } from './checks/titles.ts';
import { checkHoles } from './checks/holes.ts';
import { checkAnchors } from './checks/anchors.ts';
import { checkJapanese } from './checks/japanese.ts';
import { checkLanguages } from './checks/prose-language.ts';
import { checkLengths } from './checks/lengths.ts';
import { checkLinks } from './checks/links.ts';
import { checkLogFormats } from './checks/log-formats.ts';
import { checkMessages } from './checks/messages.ts';
import { checkPages } from './checks/pages.ts';
import { checkPhrasing } from './checks/phrasing.ts';
import { checkParts } from './checks/parts.ts';
import { checkGuideOrder } from './checks/guide-order.ts';
import { checkStepReferences } from './checks/step-references.ts';
import { checkReferences } from './checks/references.ts';
import { checkPrivateValues } from './checks/private-values.ts';
import { checkSameStructure } from './checks/same-structure.ts';
import { checkReviews } from './checks/reviews.ts';
import { checkSamples, keepReports } from './checks/samples.ts';
import { checkSettings } from './checks/settings.ts';
import { checkSite } from './checks/site.ts';
import { checkCauses } from './checks/causes.ts';
import { checkTables } from './checks/tables.ts';
import { checkTellsApart } from './checks/tells-apart.ts';
import { checkTemplateHeaders } from './checks/template-headers.ts';
import { checkTemplates } from './checks/templates.ts';
import { checkTheme } from './checks/theme.ts';
import { checkThesaurus } from './checks/thesaurus.ts';
import { checkGuideValues } from './checks/guide-values.ts';
import { checkVersions } from './checks/versions.ts';
import { checkWholeLogs } from './checks/whole-logs.ts';
import type { Content } from './content.ts';
import { withRealNames } from './content-folder.ts';
import { diagnoseAhead } from './diagnose-ahead.ts';
import { readContent } from './load.ts';
import { locateProblems } from './locate-problems.ts';
import type { Problem } from './problem.ts';
import type { ParsedTexts } from './read-yaml.ts';

/**
 * Run all checks on content that fits the schemas: its consistency, and its results in the engine.
 *
 * @param reportsAhead returns the reports that were made in advance, by the text of the log
 */
export function checkContent(
  content: Content,
  reportsAhead: () => Map<string, Report> = () => new Map(),
): Problem[] {
  const templates = [...checkTemplates(content), ...checkLogFormats(content)];
  const references = checkReferences(content);
  const shape = [
    ...templates,
    ...references,
    ...[
      checkReviews,
      checkConfirmation,
      checkFollowUps,
      checkTellsApart,
      checkParts,
      checkCommandValues,
      checkExplained,
      checkGuideOrder,
      checkStepReferences,
      checkLinks,
      checkSameStructure,
      checkDiagrams,
      checkMessages,
      checkPages,
      checkTables,
      checkTitles,
      checkDates,
      checkVersions,
      checkLanguages,
      checkLengths,
      checkAnchors,
      checkJapanese,
      checkGlossary,
      checkPhrasing,
      checkSettings,
      checkSite,
      checkTheme,
      checkThesaurus,
    ].flatMap((check) => check(content)),
  ];
  if (templates.length > 0) return keepPlaceholderProblems(content, shape);
  const matcher = compile(buildCatalog(content));
  const collisions = checkCollisions(content);
  // The longest check that needs no reports comes before the checks that wait for them.
  const privateValues = checkPrivateValues(content, matcher);
  keepReports(matcher, reportsAhead());
  const found = [
    ...shape,
    ...collisions,
    ...[checkHoles, checkCauses, checkTemplateHeaders].flatMap((check) => check(content, matcher)),
    ...privateValues,
    ...checkEntryValues(content),
    // If two entries have the same text, the sample of one is diagnosed as the other: report that
    // once.
    ...checkSamples(content, matcher).filter(
      ({ file }) => !collisions.some((twin) => file.startsWith(`${dirname(twin.file)}/`)),
    ),
  ];
  // Stop before the whole logs: most of their failures would only follow from these problems.
  if (found.length > shape.length) return keepPlaceholderProblems(content, found);
  return keepPlaceholderProblems(content, [
    ...shape,
    // A wrong reference in a guide also makes its cases fail: report only the reference.
    ...checkCases(content, matcher).filter(
      ({ file }) => !references.some((reference) => dirname(reference.file) === guideOf(file)),
    ),
    ...[checkWholeLogs, checkGuideValues].flatMap((check) => check(content, matcher)),
  ]);
}

/** Return the folder of the guide that a file belongs to. */
function guideOf(file: string): string {
  return file.split('/').slice(0, 3).join('/');
}

/**
 * Report unfilled placeholders first, and drop other problems of the same file, which are mostly
 * consequences.
 */
function keepPlaceholderProblems(content: Content, problems: Problem[]): Problem[] {
  const unfilled = checkPlaceholders(content);
  const files = new Set(unfilled.map(({ file }) => file));
  return [...unfilled, ...problems.filter(({ file }) => !files.has(file))];
}

/**
 * Read the content below `root` and check it: first site.yaml, which lists the languages that every
 * text needs, then the schemas, and if there are no problems so far, everything else.
 *
 * @param parsed the texts that were parsed before, to check edited content faster
 * @param onRead takes the content once it fits the schemas, before it is checked any further
 */
export function checkFolder(
  root: string,
  parsed?: ParsedTexts,
  onRead: (content: Content) => void = () => {},
): { content: Content; problems: Problem[] } {
  const read = readContent(root, parsed);
  const { content } = read;
  const reportsAhead = diagnoseAhead(content, () => read.isValidYaml);
  const { problems, unread } = read;
  const ofSite = problems.filter(({ file }) => file === 'content/site.yaml');
  if (ofSite.length > 0) return { content, problems: withRealNames(root, ofSite) };
  if (problems.length === 0) onRead(content);
  return {
    content,
    problems: withRealNames(root, [
      ...(problems.length > 0
        ? problems
        : locateProblems(root, checkContent(content, reportsAhead))),
      ...unread,
    ]),
  };
}
