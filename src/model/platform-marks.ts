import type { Os } from './prose.ts';

/** What only texts on one platform contain, whatever the product. */
const MARKS = [
  // `stderr F`: the log of a container, as the node keeps it.
  ['kubernetes', /\bkubectl\b|^\[pod\/|^\S+ std(?:out|err) [FP] /m],
  // The source of an event, and reasons that only events and `kubectl get` name.
  ['kubernetes', /\bkubelet {2}|\b(?:ErrImagePull|ImagePullBackOff|CrashLoopBackOff)\b/],
  // What people write.
  ['kubernetes', /(?<![-\w./"])(?:[Pp]ods?|Kubernetes|k8s|EKS)(?![-\w./"])/],
  // Also fields that FireLens adds.
  ['ecs', /\baws (?:ecs|logs) |(?<!\bEKS (?:on )?)\bFargate\b|\bECS\b|"ecs_(?:cluster|task_arn)"/],
  // Commands, and the names with which Compose begins each line.
  [
    'docker',
    /\bdocker(?:[- ]compose)? (?:inspect|logs|ps|up)\b|^[\w.-]+(?:[-_]\d+ +\| | +\| \d{4}[-/]\d)/m,
  ],
  // On EC2, the agent of ECS names the containers.
  ['ecs', /(?<![\w-])ecs-[\w-]+-\d+-[\w-]+/],
  // Calls of the Windows network library, by which Go names its errors.
  ['windows', /\b[A-Z]:\\|\b(?:wsarecv|wsasend|connectex|getaddrinfow): /],
  // The head of an entry in the Event Viewer.
  ['windows', /\bEvent ID: *\d|イベント ID: *\d/],
  // What people write.
  ['windows', /\bWindows\b|\bPowerShell\b|\bEvent Viewer\b|イベント ?ビューアー?/],
  ['macos', /\/Users\/|\/opt\/homebrew\/|\bmacOS\b|\bHomebrew\b/],
  ['linux', /\/proc\/|\w\.service\b|\b(?:systemctl|apt-get|yum|dnf)\b/],
] as const;

/** List the platforms that a text shows. */
export function platformsShownBy(text: string): Os[] {
  return [...new Set(MARKS.flatMap(([os, mark]) => (mark.test(text) ? os : [])))];
}
